extension Color {
    /// The names of the terminal's own 16 colours, by index.
    public static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
        "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Reads `#rrggbb`, one of the 16 names (`red`, `bright-red`; `gray` and `grey` are `bright-black`), a number of
    /// the 256-colour palette, or `default`, the terminal's own. Nil for anything else.
    public static func parse(_ text: String) -> Color? {
        let text = text.lowercased()
        if text == "default" { return .terminal }
        if text == "gray" || text == "grey" { return .palette(8) }
        if let index = names.firstIndex(of: text) { return .palette(UInt8(index)) }
        if text.first == "#" { return rgb(hexadecimal: text.dropFirst()) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return UInt8(text).map(Color.palette)
    }

    private static func rgb(hexadecimal digits: Substring) -> Color? {
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        return .rgb(red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
}
