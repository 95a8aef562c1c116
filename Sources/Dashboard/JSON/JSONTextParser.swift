import TerminalUI

/// Walks once over the bytes of a JSON text.
struct JSONTextParser {
    /// As deep as the decoder of the client goes.
    private static let deepest = 512

    private(set) var nodes: [JSONText.Node] = []
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: false for what isn't JSON.
    mutating func parse() -> Bool {
        guard parseValue(.root, depth: 0, isSecret: false) else { return false }
        skipSpace()
        return position == bytes.count
    }

    private mutating func parseValue(_ label: JSONText.Label, depth: Int, isSecret: Bool) -> Bool {
        guard depth < Self.deepest else { return false }
        skipSpace()
        let place = nodes.count
        let value: JSONText.Value
        switch next {
        case UInt8(ascii: "{"): value = .object
        case UInt8(ascii: "["): value = .array
        case UInt8(ascii: "\""):
            guard let text = parseString() else { return false }
            value = .scalar("\"\(text)\"")
        default:
            guard let word = parseWord() else { return false }
            value = .scalar(word)
        }
        nodes.append(JSONText.Node(label: label, value: value, depth: depth, isSecret: isSecret))
        if nodes[place].isContainer, !parseContent(of: place) { return false }
        nodes[place].end = nodes.count
        return true
    }

    private mutating func parseContent(of place: Int) -> Bool {
        let node = nodes[place]
        let isObject = node.value == .object
        let close = UInt8(ascii: isObject ? "}" : "]")
        position += 1
        skipSpace()
        if take(close) { return true }
        for number in 0... {
            var label = JSONText.Label.item(number)
            var isSecret = node.isSecret
            if isObject {
                skipSpace()
                guard let name = parseString() else { return false }
                skipSpace()
                guard take(UInt8(ascii: ":")) else { return false }
                label = .member(name)
                isSecret = isSecret || Secrets.isNamed(by: name)
            }
            guard parseValue(label, depth: node.depth + 1, isSecret: isSecret) else { return false }
            skipSpace()
            if take(close) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
        return false
    }

    /// What is between the quotes, its escapes as they are.
    private mutating func parseString() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return Self.safe(bytes[start..<position])
    }

    /// A number, `true`, `false` or `null`.
    private mutating func parseWord() -> String? {
        let start = position
        while let byte = next, Self.isOfWords(byte) { position += 1 }
        return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isOfWords(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Whatever can't be shown as it is, spelled out.
    private static func safe(_ slice: ArraySlice<UInt8>) -> String {
        let text = String(decoding: slice, as: UTF8.self)
        if slice.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if CharacterWidth.columns(scalar) > 0 || CharacterWidth.isCombining(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
    }
}
