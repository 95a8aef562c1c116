/// The modes that a program's output leaves a terminal in, read from its `ESC [ ? number h` and `l`.
public struct PTYModes: Hashable, Sendable {
    public var alternateScreen = false
    public var cursor = true
    public var mouse = false
    public var paste = false
    public var synchronized = false

    /// As a terminal is before a program starts.
    public init() {}

    public init(output: [UInt8]) {
        var rest = output[...]
        let start = Array("\u{1B}[?".utf8)
        while let escape = rest.firstIndex(of: 0x1B) {
            rest = rest[escape...]
            guard rest.starts(with: start) else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(start.count)
            let parameters = rest.prefix { (0x30...0x3B).contains($0) }
            rest = rest.dropFirst(parameters.count)
            guard let final = rest.first else { return }
            for number in parameters.split(separator: UInt8(ascii: ";")) {
                if final == UInt8(ascii: "h") { set(String(decoding: number, as: UTF8.self), true) }
                if final == UInt8(ascii: "l") { set(String(decoding: number, as: UTF8.self), false) }
            }
        }
    }

    private mutating func set(_ number: String, _ on: Bool) {
        switch number {
        case "47", "1047", "1049": alternateScreen = on
        case "25": cursor = on
        case "1000", "1002", "1003": mouse = on
        case "2004": paste = on
        case "2026": synchronized = on
        default: break
        }
    }
}
