internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What is sent for a notice: BEL, and operating system commands. OSC 9 shows a notification (iTerm2, and others after
/// it), OSC 52 sets the clipboard (xterm's control sequences, "Manipulate Selection Data").
struct NoticeBytes {
    /// Whether the terminal reads operating system commands.
    var takesCommands: Bool
    /// Whether it reads UTF-8. Where it doesn't, the bytes of other characters may be commands to it.
    var isUnicode: Bool

    /// Longer notifications are cut by whoever shows them.
    private static let longestText = 200
    /// Terminals drop longer ones.
    private static let longestCopy = 74_994

    /// Nil where the terminal can't do it.
    func bytes(_ notice: TerminalNotice) -> [UInt8]? {
        switch notice {
        case .bell: return [0x07]
        case .notification(let text):
            guard takesCommands else { return nil }
            // The name keeps a text that begins with digits from being read as another command (ConEmu's OSC 9;4).
            let shown = SafeText.line("Northwatch: \(text)", columns: Self.longestText)
            return Self.command("9;\(isUnicode ? shown : Self.ascii(shown))")
        case .copy(let text):
            let encoded = Data(SafeText.line(text).utf8).base64EncodedString()
            guard takesCommands, encoded.utf8.count <= Self.longestCopy else { return nil }
            return Self.command("52;c;\(encoded)")
        }
    }

    /// What makes a link of the text that is sent in between: OSC 8 ("Hyperlinks in Terminal Emulators", by Egmont
    /// Koblinger, and understood by most of them). Nil where the terminal can't do it, or the address isn't one line of
    /// printable ASCII.
    func link(to address: String) -> (start: [UInt8], end: [UInt8])? {
        guard takesCommands, !address.isEmpty, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        // With a name, the lines of a long address are one link.
        return (Self.command("8;id=northwatch;\(address)"), Self.command("8;;"))
    }

    private static func ascii(_ text: String) -> String { String(text.map { $0.isASCII ? $0 : "?" }) }

    /// Ended by ST: a terminal that doesn't read commands would ring at BEL.
    private static func command(_ text: String) -> [UInt8] { [0x1B, 0x5D] + Array(text.utf8) + [0x1B, 0x5C] }
}
