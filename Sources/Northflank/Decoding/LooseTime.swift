#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A time in any of the eight notations the API answers with (`QUIRKS.md` of the contract): ISO 8601 with or without
/// milliseconds, with a space for the `T`, with a stray quote at its end; epoch seconds whole or as a float; epoch
/// milliseconds in a string; `DD.MM.YYYY`. All without a zone are UTC.
public struct LooseTime: Decodable, Sendable {
    /// Nil for an empty string, which stands for "not yet".
    public let date: Date?

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let seconds = try? container.decode(Double.self) {
            guard let moment = Self.fromEpoch(seconds) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
            }
            date = moment
            return
        }
        let text = try container.decode(String.self)
        if text.allSatisfy(\.isWhitespace) {
            date = nil
            return
        }
        guard let parsed = Self.parse(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
        }
        date = parsed
    }

    /// Nil when no notation fits.
    public static func parse(_ text: String) -> Date? {
        let stray = Array("\"'".utf8)
        let edges = Array(" \t\r\n".utf8)
        var bytes = Array(text.utf8).filter { !stray.contains($0) }[...]
        while let first = bytes.first, edges.contains(first) { bytes.removeFirst() }
        while let last = bytes.last, edges.contains(last) { bytes.removeLast() }
        return parse(Array(bytes))
    }

    private static func parse(_ bytes: [UInt8]) -> Date? {
        return parseEpoch(bytes) ?? parseISO(bytes) ?? parseDotted(bytes)
    }

    /// Seconds, unless the number is so large that it can only be milliseconds (past the year 5138 in seconds).
    static func fromEpoch(_ value: Double) -> Date? {
        guard value.isFinite, abs(value) < 1e15 else { return nil }
        return Date(timeIntervalSince1970: abs(value) >= 1e11 ? value / 1000 : value)
    }

    private static func parseEpoch(_ bytes: [UInt8]) -> Date? {
        guard bytes.count >= 9, bytes.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
            bytes.filter({ $0 == UInt8(ascii: ".") }).count <= 1
        else { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
        // `31.12.2024` has two dots and never comes here.
        return fromEpoch(value)
    }

    private static func parseDotted(_ bytes: [UInt8]) -> Date? {
        var scanner = DigitScanner(bytes)
        guard let day = scanner.number(2), scanner.skip("."), let month = scanner.number(2), scanner.skip("."),
            let year = scanner.number(4), scanner.isAtEnd
        else { return nil }
        return date(year, month, day, 0, 0, 0, 0)
    }

    private static func parseISO(_ bytes: [UInt8]) -> Date? {
        var scanner = DigitScanner(bytes)
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2)
        else { return nil }
        if scanner.isAtEnd { return date(year, month, day, 0, 0, 0, 0) }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.number(2),
            scanner.skip(":"), let minute = scanner.number(2), scanner.skip(":"), let second = scanner.number(2)
        else { return nil }
        let fraction = scanner.skip(".") ? scanner.fraction() : 0
        guard let fraction, let offset = scanner.zoneOffset(), scanner.isAtEnd else { return nil }
        return date(year, month, day, hour, minute, second, fraction)?.addingTimeInterval(-Double(offset))
    }

    /// Nil where the calendar or the clock has no such moment. A leap second is taken.
    private static func date(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, _ fraction: Double
    ) -> Date? {
        guard let days = CivilTime.days(year: year, month: month, day: day), hour < 25, minute < 60, second < 61
        else { return nil }
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        // `Date` counts from 2001: adding the fraction to the larger count from 1970 would round it first.
        return Date(timeIntervalSinceReferenceDate: Double(seconds - 978_307_200) + fraction)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Character) -> Bool {
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digits
        return value
    }

    /// Nil without a digit.
    mutating func fraction() -> Double? {
        var value = 0.0
        var scale = 1.0
        let start = position
        while position < bytes.count, isDigit(bytes[position]) {
            // Digits beyond a nanosecond say nothing.
            if position - start < 9 {
                value = value * 10 + Double(bytes[position] - 0x30)
                scale *= 10
            }
            position += 1
        }
        return position > start ? value / scale : nil
    }

    /// Seconds east of Greenwich: `Z` and nothing at all are 0, `+02:00` and `+0200` are 7200.
    mutating func zoneOffset() -> Int? {
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2) else { return nil }
        _ = skip(":")
        return sign * (hours * 3600 + (isAtEnd ? 0 : number(2) ?? 0) * 60)
    }
}
