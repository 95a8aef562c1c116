/// A key as the terminal tells it: which, and with what held down.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// What the key types; capital letters are characters of their own and need no `.shift`.
        case character(Character)
        case enter, tab, escape, backspace, delete, insert
        case up, down, left, right
        case home, end, pageUp, pageDown
        /// F1 is 1.
        case function(Int)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let shift = Modifiers(rawValue: 1 << 0)
        public static let alt = Modifiers(rawValue: 1 << 1)
        public static let control = Modifiers(rawValue: 1 << 2)
    }

    public var code: Code
    public var modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    public init(_ character: Character) { self.init(.character(character)) }

    /// Control with a lower-case letter: `.control("c")`.
    public static func control(_ character: Character) -> Key { Key(.character(character), .control) }
}

/// What comes in from the terminal.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// A bracketed paste, whole. Untrusted: it may hold line breaks and control characters.
    case paste(String)
    case mouse(Mouse)
    case focusGained
    case focusLost
}

/// What the mouse did, and where.
public struct Mouse: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case press, release, drag
        case wheelUp, wheelDown
    }

    public var kind: Kind
    public var position: Position
    public var modifiers: Key.Modifiers

    public init(_ kind: Kind, at position: Position, modifiers: Key.Modifiers = []) {
        self.kind = kind
        self.position = position
        self.modifiers = modifiers
    }
}
