public import TerminalUI

public struct Symbols: Hashable, Sendable {
    public var failing = "✗", warning = "▲", active = "◐", unknown = "?", healthy = "●", idle = "○"
    public var ellipsis = "…", folded = "▸", unfolded = "▾"
    public var spinner = ["⠋", "⠙", "⠹", "⠸"]
    public init() {}
    public static let unicode = Symbols()
}
public struct TextField: Hashable, Sendable {
    public var text: String
    public init(text: String) { self.text = text }
    mutating func insert(_ t: String) { text += t }
    mutating func handle(_ key: Key) -> Bool {
        switch key.code {
        case .character(let c) where key.modifiers.isEmpty: text.append(c); return true
        case .backspace: _ = text.popLast(); return true
        default: return false
        }
    }
}
enum RelativeTime {
    static func duration(_ s: Double) -> String { "\(Int(s))s" }
    static func ago(_ s: Double) -> String { "\(Int(s))s ago" }
}
enum ByteSize { static func text(_ b: Int) -> String { "\(b) B" } }
enum TextWrap { static func lines(_ t: String, width: Int) -> [String] { [t] } }
struct Span {
    var text: String; var role: Role; init(_ t: String, _ r: Role) { text = t; role = r }
}
extension [Span] { var columns: Int { reduce(0) { $0 + CharacterWidth.columns($1.text) } } }
struct Gauge {
    init(value: Int, of: Int, mark: Int, width: Int) {}
    func spans(symbols: Symbols) -> [Span] { [] }
}
extension Key { var displayName: String { "x" } }
extension String { func padding(to n: Int) -> String { self + String(repeating: " ", count: Swift.max(0, n - count)) } }
typealias PaneLine = [[Span]]
struct PaneColumn {
    enum Room { case fixed(Int), flexible(minimum: Int), fitting(maximum: Int) }
    enum Alignment { case left, right }
    init(_ r: Room, alignment: Alignment = .left, priority: Int = 0) {}
}
struct PaneTable {
    init(columns: [PaneColumn], lines: [PaneLine], width: Int) {}
    func draw(_ line: PaneLine, _ c: inout Canvas, _ r: Rect, stale: Bool) {}
}
extension Canvas {
    @discardableResult mutating func write(_ s: [Span], in r: Rect, over: Style = .plain) -> Int { 0 }
    mutating func edit(_ f: TextField, _ role: Role, in r: Rect) {}
    mutating func box(_ a: Rect, focused: Bool, title: [Span], right: [Span], bottom: [Span]) -> Rect { a }
    mutating func box(_ a: Rect, dialog: [Span], bottom: [Span]) -> Rect { a }
    mutating func paragraph(_ t: String, _ r: Role, in: Rect) {}
}
