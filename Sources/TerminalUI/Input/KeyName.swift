extension Key {
    /// Its name in configuration: `B`, `ctrl-d`, `shift-tab`, `pgdn`, `f1`, `space`. `Key(name:)` reads it back.
    public var name: String {
        spelled(names: Self.names.map { ($0.code, $0.name) }, prefixes: ["ctrl-", "alt-", "shift-"], function: "f")
    }

    /// Its name for people: `B`, `Ctrl-d`, `Shift-Tab`, `PgDn`, `F1`, `Space`.
    public var displayName: String {
        spelled(names: Self.names.map { ($0.code, $0.shown) }, prefixes: ["Ctrl-", "Alt-", "Shift-"], function: "F")
    }

    /// Reads a name. Capitals don't matter, but for a single character; `^d` is `ctrl-d` too. Nil for what is no key.
    public init?(name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        if rest.count == 2, rest.first == "^" {
            rest.removeFirst()
            modifiers = .control
        }
        while let (prefix, modifier) = Self.prefixes.first(where: { rest.lowercased().hasPrefix($0.0) }),
            rest.count > prefix.count
        {
            rest.removeFirst(prefix.count)
            modifiers.insert(modifier)
        }
        guard let code = Self.code(String(rest)) else { return nil }
        self = Self.normal(code, modifiers)
    }

    /// What a terminal sends in its place: Control with some letters is an older key. Nil for all others.
    public var sentAs: Key? {
        guard modifiers.contains(.control), case .character(let character) = code else { return nil }
        let rest = modifiers.subtracting(.control)
        switch character {
        case "i": return Key(.tab, rest)
        case "m", "j": return Key(.enter, rest)
        case "h": return Key(.backspace, rest)
        case "[": return Key(.escape, rest)
        default: return nil
        }
    }

    /// As terminals tell it: a letter with shift is its capital, a sign needs none, and control knows no capitals.
    static func normal(_ code: Code, _ modifiers: Modifiers) -> Key {
        guard case .character(let character) = code else { return Key(code, modifiers) }
        var modifiers = modifiers
        var text = String(character)
        if modifiers.contains(.control) {
            text = text.lowercased()
        } else if character.isLetter, modifiers.remove(.shift) != nil {
            text = text.uppercased()
        } else if character.isPunctuation || character.isSymbol {
            modifiers.remove(.shift)
        }
        // "ß" has no capital of one character.
        return Key(.character(text.count == 1 ? text.first ?? character : character), modifiers)
    }

    private static let prefixes: [(String, Modifiers)] = [
        ("ctrl-", .control), ("control-", .control), ("alt-", .alt), ("meta-", .alt), ("shift-", .shift),
    ]

    /// Names of what most keyboards have beside characters, for whoever looks for the one that was meant.
    public static let examples: [String] =
        names.map(\.name) + (1...12).map { "f\($0)" } + "abcdefghijklmnopqrstuvwxyz".map { "ctrl-\($0)" } + [
            "shift-tab"
        ]

    /// The first of a code's names is the one that is printed.
    private static let names: [(code: Code, name: String, shown: String)] = [
        (.enter, "enter", "Enter"), (.enter, "return", "Enter"), (.tab, "tab", "Tab"), (.escape, "esc", "Esc"),
        (.escape, "escape", "Esc"), (.backspace, "backspace", "Backspace"), (.delete, "delete", "Del"),
        (.delete, "del", "Del"), (.insert, "insert", "Ins"), (.insert, "ins", "Ins"), (.up, "up", "Up"),
        (.down, "down", "Down"), (.left, "left", "Left"), (.right, "right", "Right"), (.home, "home", "Home"),
        (.end, "end", "End"), (.pageUp, "pgup", "PgUp"), (.pageUp, "pageup", "PgUp"), (.pageDown, "pgdn", "PgDn"),
        (.pageDown, "pagedown", "PgDn"), (.character(" "), "space", "Space"),
    ]

    private func spelled(names: [(Code, String)], prefixes: [String], function: String) -> String {
        let held = zip([Modifiers.control, .alt, .shift], prefixes)
            .map { modifiers.contains($0) ? $1 : "" }.joined()
        if let name = names.first(where: { $0.0 == code })?.1 { return held + name }
        return switch code {
        case .character(let character): held + String(character)
        case .function(let number): "\(held)\(function)\(number)"
        default: held
        }
    }

    private static func code(_ name: String) -> Code? {
        if name.count == 1, let character = name.first {
            let isShown = CharacterWidth.columns(name) > 0
            return isShown ? .character(character) : nil
        }
        let name = name.lowercased()
        if let found = names.first(where: { $0.name == name }) { return found.code }
        guard name.first == "f", let number = Int(name.dropFirst()), (1...20).contains(number) else { return nil }
        return .function(number)
    }
}
