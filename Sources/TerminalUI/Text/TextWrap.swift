/// Breaks text into lines.
public enum TextWrap {
    /// The text in lines of at most `width` columns, broken between words where that is possible. Line breaks of its
    /// own are kept, what can't be shown is left out.
    /// - Parameter limit: The most lines made; what comes after is not looked at.
    public static func lines(_ text: some StringProtocol, width: Int, limit: Int = 200) -> [String] {
        guard width > 0, limit > 0 else { return [] }
        let limit = min(limit, 10_000)
        var lines: [String] = []
        // Megabytes need not be split to fill a screen; the factor is room for marks and what is left out.
        let bounded = String(String.UnicodeScalarView(text.unicodeScalars.prefix((width + 1) * limit * 4)))
        for paragraph in bounded.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines += wrap(SafeText.line(paragraph, columns: (width + 1) * limit), width: width)
            if lines.count >= limit { break }
        }
        return Array(lines.prefix(limit))
    }

    private static func wrap(_ paragraph: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for word in paragraph.split(separator: " ") {
            let wordColumns = CharacterWidth.columns(word)
            if columns > 0, columns + 1 + wordColumns <= width {
                line += " " + word
                columns += 1 + wordColumns
                continue
            }
            if columns > 0 { lines.append(line) }
            line = String(word)
            columns = wordColumns
            while columns > width {
                let head = Truncation.end(line, width: width, ellipsis: "")
                // A wide character in a single column.
                guard !head.isEmpty else { return lines }
                lines.append(head)
                line = String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
                columns = CharacterWidth.columns(line)
            }
        }
        lines.append(line)
        return lines
    }
}
