import Northflank

/// What lines are searched for or filtered by.
public struct LogPattern: Hashable, Sendable {
    enum Kind: Hashable {
        /// As it stands, but letters of ASCII in any case.
        case folded
        /// As it stands, as the API's `textIncludes` means it.
        case exact
        case regex
    }

    let text: String
    let kind: Kind

    init(search text: String) { (self.text, kind) = (text, .folded) }

    /// What was typed: text, or a regular expression between slashes.
    init(filter typed: String) {
        if typed.count > 2, typed.first == "/", typed.last == "/" {
            (text, kind) = (String(typed.dropFirst().dropLast()), .regex)
        } else {
            (text, kind) = (typed, .exact)
        }
    }

    /// What was typed for it.
    var typed: String { kind == .regex ? "/\(text)/" : text }

    var isEmpty: Bool { text.isEmpty }

    /// As the API filters by it.
    var query: LogQuery.Filter { kind == .regex ? .matches(text) : .includes(text) }

    /// Nil for a regular expression that can't be read.
    func matcher() -> LogMatcher? {
        switch kind {
        case .folded: return LogMatcher(bytes: text.utf8.map(LogMatcher.folded), isFolded: true)
        case .exact: return LogMatcher(bytes: Array(text.utf8), isFolded: false)
        case .regex: return (try? Regex(text)).map { LogMatcher(regex: $0) }
        }
    }
}

/// A pattern made ready for many lines.
struct LogMatcher {
    private let bytes: [UInt8]
    private let isFolded: Bool
    private let regex: Regex<AnyRegexOutput>?

    init(bytes: [UInt8], isFolded: Bool) { (self.bytes, self.isFolded, regex) = (bytes, isFolded, nil) }

    init(regex: Regex<AnyRegexOutput>) { (bytes, isFolded, self.regex) = ([], false, regex) }

    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    func matches(_ text: String) -> Bool {
        if let regex { return (try? regex.firstMatch(in: text)) != nil }
        return place(in: text, from: 0) != nil
    }

    /// Where it stands, as offsets of the text's UTF-8, from left to right.
    func ranges(in text: String) -> [Range<Int>] {
        if let regex {
            return text.ranges(of: regex).filter { !$0.isEmpty }.map { found in
                let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
                return start..<start + text.utf8.distance(from: found.lowerBound, to: found.upperBound)
            }
        }
        var ranges: [Range<Int>] = []
        while let start = place(in: text, from: ranges.last?.upperBound ?? 0) {
            ranges.append(start..<start + bytes.count)
        }
        return ranges
    }

    private func place(in text: String, from start: Int) -> Int? {
        var text = text
        return text.withUTF8 { line in
            guard let first = bytes.first, line.count - start >= bytes.count else { return nil }
            var index = start
            while index <= line.count - bytes.count {
                if fold(line[index]) == first, bytes.indices.allSatisfy({ fold(line[index + $0]) == bytes[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }

    private func fold(_ byte: UInt8) -> UInt8 { isFolded ? Self.folded(byte) : byte }
}
