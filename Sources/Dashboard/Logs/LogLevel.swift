import Northflank

/// How serious a line of a log is, guessed from what it says.
public enum LogLevel: UInt8, Sendable {
    case error, warning, debug
    /// Nothing told apart from the rest.
    case plain

    /// Bytes of a text that are looked at: a level stands at a line's start.
    private static let looked = 160

    /// Programs that log objects say it in a field of its own.
    init(_ content: JSONValue) {
        let field = ["level", "severity", "lvl"].lazy.compactMap { content[$0]?.text }.first
        self = field.map { LogLevel(text: $0) } ?? .plain
    }

    /// The first word of the text that tells.
    init(text: String) {
        var word = ""
        for byte in text.utf8.prefix(Self.looked) {
            let folded = byte | 0x20
            if (0x61...0x7A).contains(folded) {
                word.unicodeScalars.append(Unicode.Scalar(folded))
            } else {
                if let level = Self.words[word] {
                    self = level
                    return
                }
                word = ""
            }
        }
        self = Self.words[word] ?? .plain
    }

    private static let words: [String: LogLevel] = [
        "error": .error, "err": .error, "fatal": .error, "panic": .error, "critical": .error, "emergency": .error,
        "alert": .error, "warn": .warning, "warning": .warning, "debug": .debug, "trace": .debug,
    ]
}
