extension Theme {
    /// Below this, text is hard to read for many (WCAG 2.1, success criterion 1.4.3).
    public static let leastContrast = 4.5

    /// How well the words of one role can be read over another.
    public struct Reading: Hashable, Sendable {
        public var role: Role
        /// What it is written over: the screen (`text`), a bar, a dialog, a selected row.
        public var base: Role
        public var contrast: Double
    }

    /// How well words can be read wherever they may stand. What nobody can know is left out: where a colour is the
    /// terminal's own.
    /// - Parameters:
    ///   - foreground: What `default` stands for in text, if that is known.
    ///   - background: What `default` stands for under it.
    public func readings(foreground: Color = .terminal, background: Color = .terminal) -> [Reading] {
        Role.allCases.filter(\.holdsWords).flatMap { role in
            bases(of: role).compactMap { base in
                let style = style(of: role, on: base)
                let text = style.foreground == .terminal ? foreground : style.foreground
                let ground = style.background == .terminal ? background : style.background
                return text.contrast(with: ground).map { Reading(role: role, base: base, contrast: $0) }
            }
        }
    }

    /// What has a background of its own stands on nothing else.
    private func bases(of role: Role) -> [Role] {
        let standsAlone = role != .text && self[role].background != .terminal
        return standsAlone ? [.text] : [.text, .selection, .selectionUnfocused, .header, .footer, .dialog]
    }

    /// As `Canvas.write` and `Grid.restyle` put them together.
    private func style(of role: Role, on base: Role) -> Style {
        switch base {
        case .selection, .selectionUnfocused: style(of: role).overlaid(with: self[base])
        default: style(of: role, over: base)
        }
    }
}

extension Role {
    /// Lines and bars need not be read, and a selected row keeps the words that stand in it.
    fileprivate var holdsWords: Bool {
        switch self {
        case .border, .borderFocused, .dialogBorder, .gaugeEmpty, .gaugeFull, .gaugeReserve, .selection,
            .selectionUnfocused:
            false
        case .text, .muted, .stale, .heading, .match, .key, .title, .titleFocused, .header, .headerStrong, .footer,
            .dialog, .field, .failing, .warning, .active, .unknown, .healthy, .idle, .gaugeLow:
            true
        }
    }
}
