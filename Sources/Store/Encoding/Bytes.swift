/// Puts values behind one another as bytes: whole numbers in as few as they need, texts with their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first; the eighth says that more follow (LEB128).
    mutating func write(count: UInt64) {
        var rest = count
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(bits: UInt64) { withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func write(text: String) {
        var text = text
        text.withUTF8 { utf8 in
            write(count: UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }
}

/// Takes values out in the order in which a `ByteWriter` put them in. What it reads may be damaged: it never goes
/// past the end.
struct ByteReader {
    /// The bytes don't hold what was asked for.
    struct Malformed: Error {}

    private var rest: UnsafeRawBufferPointer

    /// Valid only as long as the bytes are.
    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard let first = rest.first else { throw Malformed() }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
        return first
    }

    mutating func count() throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw Malformed()
    }

    mutating func bits() throws(Malformed) -> UInt64 {
        guard rest.count >= 8 else { throw Malformed() }
        let bits = rest.loadUnaligned(as: UInt64.self)
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(8))
        return UInt64(littleEndian: bits)
    }

    mutating func text() throws(Malformed) -> String {
        let length = try count()
        guard length <= UInt64(rest.count) else { throw Malformed() }
        let text = String(decoding: rest.prefix(Int(length)), as: UTF8.self)
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Int(length)))
        return text
    }
}
