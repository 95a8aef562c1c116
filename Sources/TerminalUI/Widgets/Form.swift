/// Fields with names, filled in one after another. Whoever shows it says what is wrong with them.
public struct Form: Hashable, Sendable {
    /// One of several that can be chosen.
    public struct Option: Hashable, Sendable {
        public var value: String
        /// How it is shown.
        public var label: String

        public init(_ value: String, _ label: String? = nil) {
            self.value = value
            self.label = label ?? value
        }
    }

    public struct Field: Hashable, Sendable {
        public enum Content: Hashable, Sendable {
            /// Typed; `Tab` walks through the suggestions.
            case text(TextField, suggestions: [String])
            /// Chosen with the arrows, or by a first letter.
            case choice([Option], selected: Int)
        }

        /// By which its owner knows it.
        public var name: String
        public var label: String
        public var content: Content
        /// What it is for, and what it may hold.
        public var note: String
        /// What is wrong with it; nil where nothing is.
        public var problem: String?
        /// Whether the user has changed it: only then a problem of it is shown before the form is sent.
        public var isTouched = false

        public init(_ name: String, _ label: String, _ content: Content, note: String = "") {
            self.name = name
            self.label = label
            self.content = content
            self.note = note
        }

        public static func text(
            _ name: String, _ label: String, _ text: String = "", suggestions: [String] = [], note: String = ""
        ) -> Field {
            Field(name, label, .text(TextField(text: text), suggestions: suggestions), note: note)
        }

        /// - Parameter value: The first is chosen where it is none of them.
        public static func choice(
            _ name: String, _ label: String, _ options: [Option], _ value: String? = nil, note: String = ""
        ) -> Field {
            Field(
                name, label, .choice(options, selected: options.firstIndex { $0.value == value } ?? 0), note: note)
        }

        /// What it holds; a text without the blanks around it.
        public var value: String {
            switch content {
            case .text(let field, _): trimmed(field.text)
            case .choice(let options, let selected): options.indices.contains(selected) ? options[selected].value : ""
            }
        }
    }

    public var fields: [Field]
    public private(set) var focus = 0

    public init(_ fields: [Field]) { self.fields = fields }

    /// What a field holds; empty where there is no such field.
    public func value(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    public subscript(_ name: String) -> Field? {
        get { fields.first { $0.name == name } }
        set {
            guard let index = fields.firstIndex(where: { $0.name == name }), let newValue else { return }
            fields[index] = newValue
        }
    }

    /// Goes to the field of this name.
    public mutating func focus(on name: String) { focus = fields.firstIndex { $0.name == name } ?? focus }

    /// Takes other fields and keeps what the user has filled in, and where they are.
    public mutating func replace(_ fields: [Field]) {
        let focused = self.fields.indices.contains(focus) ? self.fields[focus].name : nil
        self.fields = fields.map { field in
            guard let old = self[field.name], old.isTouched else { return field }
            var field = field
            field.keep(old)
            return field
        }
        focus = focused.flatMap { name in self.fields.firstIndex { $0.name == name } } ?? 0
    }

    /// Fills in a field as if it had been typed, so that what arrives later leaves it alone.
    public mutating func fill(_ name: String, with value: String) {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
        fields[index].fill(with: value)
        fields[index].isTouched = true
    }

    /// - Returns: whether the key is one of the form's. Enter and Esc are not.
    public mutating func handle(_ key: Key) -> Bool {
        guard fields.indices.contains(focus) else { return false }
        switch (key.code, key.modifiers) {
        case (.down, []): move(by: 1)
        case (.up, []): move(by: -1)
        case (.tab, []): if !fields[focus].suggest(next: 1) { move(by: 1) }
        case (.tab, .shift): if !fields[focus].suggest(next: -1) { move(by: -1) }
        default: return fields[focus].handle(key)
        }
        return true
    }

    /// Takes a paste into the focused field.
    public mutating func insert(_ text: String) {
        guard fields.indices.contains(focus) else { return }
        fields[focus].insert(text)
    }

    private mutating func move(by step: Int) { focus = (focus + step + fields.count) % fields.count }
}

extension Form.Field {
    /// Puts a value in; a choice takes only what is among its options.
    public mutating func fill(with value: String) {
        switch content {
        case .text(_, let suggestions): content = .text(TextField(text: value), suggestions: suggestions)
        case .choice(let options, _):
            guard let index = options.firstIndex(where: { $0.value == value }) else { return }
            content = .choice(options, selected: index)
        }
    }

    /// What was filled in before, with the cursor where it was.
    fileprivate mutating func keep(_ old: Form.Field) {
        if case .text(let typed, _) = old.content, case .text(_, let suggestions) = content {
            content = .text(typed, suggestions: suggestions)
        } else {
            fill(with: old.value)
        }
        isTouched = true
    }

    fileprivate mutating func insert(_ text: String) {
        guard case .text(var field, let suggestions) = content else { return }
        field.insert(text)
        content = .text(field, suggestions: suggestions)
        isTouched = true
    }

    fileprivate mutating func handle(_ key: Key) -> Bool {
        switch content {
        case .text(var field, let suggestions):
            guard field.handle(key) else { return false }
            content = .text(field, suggestions: suggestions)
        case .choice(let options, let selected):
            guard let next = Self.choose(key, among: options, from: selected) else { return false }
            content = .choice(options, selected: next)
        }
        isTouched = true
        return true
    }

    private static func choose(_ key: Key, among options: [Form.Option], from selected: Int) -> Int? {
        guard !options.isEmpty else { return nil }
        switch (key.code, key.modifiers) {
        case (.right, []), (.character(" "), []): return (selected + 1) % options.count
        case (.left, []): return (selected + options.count - 1) % options.count
        case (.character(let letter), _):
            let order = (1...options.count).map { (selected + $0) % options.count }
            return order.first { options[$0].label.lowercased().hasPrefix(letter.lowercased()) }
        default: return nil
        }
    }

    /// - Returns: false where there are none.
    fileprivate mutating func suggest(next step: Int) -> Bool {
        guard case .text(let field, let suggestions) = content, !suggestions.isEmpty else { return false }
        let current = suggestions.firstIndex(of: field.text)
        let next =
            current.map { ($0 + step + suggestions.count) % suggestions.count }
            ?? (step > 0 ? 0 : suggestions.count - 1)
        content = .text(TextField(text: suggestions[next]), suggestions: suggestions)
        isTouched = true
        return true
    }
}

private func trimmed(_ text: String) -> String {
    let tail = text.drop { $0.isWhitespace }
    return String(tail.reversed().drop { $0.isWhitespace }.reversed())
}
