/// What comes between the marks of a bracketed paste.
struct PasteCollector: Sendable {
    /// What is longer is read to its end, but not kept.
    static let longest = 1 << 20

    private static let end = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    /// Bytes of the end mark seen so far.
    private var matched = 0

    /// Invalid UTF-8 is repaired.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Returns: whether the paste is complete with this byte.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count
        }
        // It wasn't the mark. Only its first byte is an ESC, so that it can begin again only there.
        for passed in Self.end.prefix(matched) { keep(passed) }
        matched = byte == Self.end[0] ? 1 : 0
        if matched == 0 { keep(byte) }
        return false
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < Self.longest { bytes.append(byte) }
    }
}
