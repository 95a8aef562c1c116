/// Cuts texts to a width in columns.
public enum Truncation {
    /// As much of the start as fits, and an ellipsis where something was cut.
    public static func end(_ text: some StringProtocol, width: Int, ellipsis: String = "…") -> String {
        guard width > 0 else { return "" }
        guard !fits(text, width) else { return String(text) }
        let mark = CharacterWidth.columns(ellipsis)
        return width < mark ? "" : prefix(text, width - mark) + ellipsis
    }

    /// The start and the end with an ellipsis between them, the start one column longer where they can't be equal.
    public static func middle(_ text: some StringProtocol, width: Int, ellipsis: String = "…") -> String {
        guard width > 0 else { return "" }
        guard !fits(text, width) else { return String(text) }
        let room = width - CharacterWidth.columns(ellipsis)
        guard room >= 2 else { return end(text, width: width, ellipsis: ellipsis) }
        return prefix(text, room - room / 2) + ellipsis + suffix(text, room / 2)
    }

    /// Stops counting as soon as it is too wide: a text may be megabytes long.
    private static func fits(_ text: some StringProtocol, _ width: Int) -> Bool {
        var columns = 0
        for scalar in text.unicodeScalars {
            columns += CharacterWidth.columns(scalar)
            if columns > width { return false }
        }
        return true
    }

    private static func prefix(_ text: some StringProtocol, _ width: Int) -> String {
        var columns = 0
        var result = ""
        for character in text {
            let next = CharacterWidth.columns(String(character))
            guard next <= width - columns else { break }
            columns += next
            result.append(character)
        }
        return result
    }

    private static func suffix(_ text: some StringProtocol, _ width: Int) -> String {
        var columns = 0
        var result: [Character] = []
        for character in text.reversed() {
            let next = CharacterWidth.columns(String(character))
            guard next <= width - columns else { break }
            columns += next
            result.append(character)
        }
        return String(result.reversed())
    }
}

extension String {
    /// With spaces behind it up to a width in columns.
    public func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - CharacterWidth.columns(self)))
    }
}
