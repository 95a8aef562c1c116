/// What we tell the terminal ourselves, since ncurses has no word for it or wants to read the answers.
enum ControlSequences {
    static let pasteOn = bytes("[?2004h")
    static let pasteOff = bytes("[?2004l")
    /// Buttons, dragging, and coordinates as numbers.
    static let mouseOn = bytes("[?1000h") + bytes("[?1002h") + bytes("[?1006h")
    static let mouseOff = bytes("[?1006l") + bytes("[?1002l") + bytes("[?1000l")
    /// The terminal shows what comes between these at once.
    static let synchronizedStart = bytes("[?2026h")
    static let synchronizedEnd = bytes("[?2026l")

    /// All off, whatever was on.
    static let allOff = synchronizedEnd + mouseOff + pasteOff

    private static func bytes(_ text: String) -> [UInt8] { [0x1B] + Array(text.utf8) }
}
