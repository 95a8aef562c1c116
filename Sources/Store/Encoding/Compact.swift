internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A value that can be put into few bytes and taken out again quickly. The bytes hold no names, so both directions
/// must agree on the order, and every change of it makes `Encoding.version` one more.
///
/// Why not `Codable`: what the API sends is decoded tolerantly and slowly, field by field by name, which at 20,000
/// services takes many times as long as a start may take (`make bench-store` measures both).
protocol Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed)
    func write(to writer: inout ByteWriter)
}

/// Of everything that is stored as bytes. What has another version is as if it weren't there.
enum Encoding {
    static let version = 2

    static func bytes(of value: some Compact) -> [UInt8] {
        var writer = ByteWriter()
        value.write(to: &writer)
        return writer.bytes
    }

    /// Nil where the bytes are damaged.
    static func value<Value: Compact>(_ type: Value.Type, from bytes: UnsafeRawBufferPointer) -> Value? {
        var reader = ByteReader(bytes)
        guard let value = try? Value(from: &reader), reader.isAtEnd else { return nil }
        return value
    }

    static func value<Value: Compact>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        bytes.withUnsafeBytes { value(type, from: $0) }
    }
}

extension ByteWriter {
    mutating func write(_ value: some Compact) { value.write(to: &self) }
}

extension ByteReader {
    mutating func read<Value: Compact>(_ type: Value.Type = Value.self) throws(Malformed) -> Value {
        try Value(from: &self)
    }
}

extension String: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self = try reader.text() }
    func write(to writer: inout ByteWriter) { writer.write(text: self) }
}

extension Bool: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self = try reader.byte() != 0 }
    func write(to writer: inout ByteWriter) { writer.write(byte: self ? 1 : 0) }
}

extension Int: Compact {
    /// The sign is the lowest bit (zigzag), so that small negative numbers are short too.
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let bits = try reader.count()
        self = Int(truncatingIfNeeded: (bits >> 1) ^ (0 &- (bits & 1)))
    }

    func write(to writer: inout ByteWriter) {
        writer.write(count: UInt64(bitPattern: Int64((self << 1) ^ (self >> (Int.bitWidth - 1)))))
    }
}

extension Double: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self.init(bitPattern: try reader.bits()) }
    func write(to writer: inout ByteWriter) { writer.write(bits: bitPattern) }
}

extension Date: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(timeIntervalSinceReferenceDate: try reader.read())
    }

    func write(to writer: inout ByteWriter) { writer.write(timeIntervalSinceReferenceDate) }
}

extension Optional: Compact where Wrapped: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self = try reader.byte() == 0 ? nil : try reader.read(Wrapped.self)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(byte: self == nil ? 0 : 1)
        if let self { writer.write(self) }
    }
}

extension Array: Compact where Element: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let count = try reader.count()
        self.init()
        // A damaged count must not reserve the whole memory.
        reserveCapacity(Int(Swift.min(count, 4096)))
        for _ in 0..<count { append(try reader.read()) }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(count: UInt64(count))
        for element in self { writer.write(element) }
    }
}

extension Identifier: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self.init(try reader.text()) }
    func write(to writer: inout ByteWriter) { writer.write(text: rawValue) }
}
