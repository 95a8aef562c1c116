internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// JSON on standard output, for scripts: keys in order, times as ISO 8601.
enum JSONOutput {
    /// - Parameter isOneLine: for a stream of values, a line each.
    static func put(_ value: some Encodable, isOneLine: Bool = false) throws(Complaint) {
        do {
            Line.putPrepared(harmless(try text(value, isOneLine: isOneLine)), on: STDOUT_FILENO)
        } catch {
            throw .unavailable("the answer can't be said in JSON: \(error)")
        }
    }

    static func text(_ value: some Encodable, isOneLine: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !isOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The same JSON with nothing in it that a terminal would obey: the encoder escapes C0 controls only.
    static func harmless(_ json: String) -> String {
        json.unicodeScalars.map { scalar in
            let isShown = scalar == "\n" || CharacterWidth.columns(scalar) > 0 || CharacterWidth.isCombining(scalar)
            guard !isShown else { return String(scalar) }
            return scalar.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }
}
