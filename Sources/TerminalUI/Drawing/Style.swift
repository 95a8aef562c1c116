/// A colour as a theme asks for it. What the terminal can show of it is decided when it is drawn (`ColorDepth`).
public enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case terminal
    /// One of the 16 (0–15) or 256 (0–255) colours of the terminal's palette.
    case palette(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a cell's character looks. One word in memory, so that comparing screens is cheap.
public struct Style: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Attributes(rawValue: 1 << 0)
        public static let dim = Attributes(rawValue: 1 << 1)
        public static let italic = Attributes(rawValue: 1 << 2)
        public static let underline = Attributes(rawValue: 1 << 3)
        public static let reverse = Attributes(rawValue: 1 << 4)
    }

    /// Foreground in bits 0–25, background in bits 26–51, attributes in bits 52–59; see `Color.packed`.
    private var bits: UInt64

    public init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
        bits =
            foreground.packed | background.packed << Self.backgroundShift
            | UInt64(attributes.rawValue) << Self.attributesShift
    }

    public var foreground: Color {
        get { Color(packed: bits & Color.packedMask) }
        set { bits = bits & ~Color.packedMask | newValue.packed }
    }

    public var background: Color {
        get { Color(packed: bits >> Self.backgroundShift & Color.packedMask) }
        set {
            bits =
                bits & ~(Color.packedMask << Self.backgroundShift) | newValue.packed << Self.backgroundShift
        }
    }

    public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> Self.attributesShift)) }
        set { bits = bits & ~(0xFF << Self.attributesShift) | UInt64(newValue.rawValue) << Self.attributesShift }
    }

    /// Neither colour nor attribute.
    public static let plain = Style()

    /// This style with what `over` asks for on top of it: its colours where it names any, its attributes added.
    public func overlaid(with over: Style) -> Style {
        Style(
            foreground: over.foreground == .terminal ? foreground : over.foreground,
            background: over.background == .terminal ? background : over.background,
            attributes: attributes.union(over.attributes))
    }

    /// Whether blanks look the same in both.
    func looksSameOnBlanks(_ other: Style) -> Bool {
        let seen: Attributes = [.underline, .reverse]
        return self == other
            || background == other.background && attributes.isDisjoint(with: seen)
                && other.attributes.isDisjoint(with: seen)
    }

    private static let backgroundShift: UInt64 = 26
    private static let attributesShift: UInt64 = 52
}

extension Color {
    fileprivate static let packedMask: UInt64 = 1 << 26 - 1

    /// 26 bits: a kind (0 terminal, 1 palette, 2 RGB) above 24 bits of value.
    fileprivate var packed: UInt64 {
        switch self {
        case .terminal: 0
        case .palette(let index): 1 << 24 | UInt64(index)
        case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    fileprivate init(packed: UInt64) {
        switch packed >> 24 {
        case 0: self = .terminal
        case 1: self = .palette(UInt8(truncatingIfNeeded: packed))
        default:
            self = .rgb(
                red: UInt8(truncatingIfNeeded: packed >> 16), green: UInt8(truncatingIfNeeded: packed >> 8),
                blue: UInt8(truncatingIfNeeded: packed))
        }
    }
}
