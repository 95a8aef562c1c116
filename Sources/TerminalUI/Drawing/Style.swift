/// A colour as a theme asks for it. What the terminal can show of it is decided when it is drawn (`ColorDepth`).
public enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case terminal
    /// One of the 16 (0–15) or 256 (0–255) colours of the terminal's palette.
    case palette(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a cell's character looks.
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

    public var foreground: Color
    public var background: Color
    public var attributes: Attributes

    public init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
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
}
