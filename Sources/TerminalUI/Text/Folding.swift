/// Text made comparable: lower case, in UTF-8, nothing below a space in it.
enum Folding {
    /// Bytes of a text that are looked at; names are shorter.
    static let longest = 256

    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// - Returns: which letters were appended (`bit`).
    @discardableResult
    static func append(_ text: String, to bytes: inout [UInt8]) -> UInt64 {
        var copy = text
        let mask = copy.withUTF8 { appendASCII(UnsafeBufferPointer(rebasing: $0.prefix(longest)), to: &bytes) }
        return mask ?? appendAny(String(text.unicodeScalars.prefix(longest)).lowercased(), to: &bytes)
    }

    /// Nil, and nothing is appended, where there is more than ASCII.
    private static func appendASCII(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> UInt64? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        let start = bytes.count
        bytes.append(contentsOf: text)
        return bytes.withUnsafeMutableBufferPointer { bytes in
            var mask: UInt64 = 0
            for place in start..<bytes.count {
                let byte = bytes[place]
                bytes[place] = byte < 0x20 ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                mask |= bit(bytes[place])
            }
            return mask
        }
    }

    private static func appendAny(_ text: String, to bytes: inout [UInt8]) -> UInt64 {
        var mask: UInt64 = 0
        for byte in text.utf8.prefix(longest) {
            bytes.append(max(byte, 0x20))
            mask |= bit(max(byte, 0x20))
        }
        return mask
    }

    /// One bit of 64 for a byte: letters and digits have their own, the others share the rest.
    static func bit(_ byte: UInt8) -> UInt64 {
        switch byte {
        case 0x61...0x7A: 1 << UInt64(byte - 0x61)
        case 0x30...0x39: 1 << UInt64(byte - 0x30 + 26)
        default: 1 << UInt64(byte % 28 + 36)
        }
    }

    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// A letter or digit behind something that is neither.
    static func startsWord(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        isLetter(text[place]) && (place == 0 || !isLetter(text[place - 1]))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
