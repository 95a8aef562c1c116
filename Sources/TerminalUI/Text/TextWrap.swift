/// Breaks texts into lines.
public enum TextWrap {
    /// At most this many columns a line, broken at spaces where there are any. Line breaks in the text are kept.
    public static func lines(_ text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap($0, width) }
    }

    private static func wrap(_ paragraph: Substring, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for word in paragraph.split(separator: " ") {
            var word = word
            var length = CharacterWidth.columns(word)
            if columns > 0, columns + 1 + length > width {
                lines.append(line)
                line = ""
                columns = 0
            }
            while length > width {
                let head = Truncation.end(word, width: width, ellipsis: "")
                guard !head.isEmpty else { break }
                lines.append(head)
                word = word.dropFirst(head.count)
                length = CharacterWidth.columns(word)
            }
            line += (columns > 0 ? " " : "") + word
            columns += (columns > 0 ? 1 : 0) + length
        }
        return lines + [line]
    }
}
