/// A style for each role, and how things are drawn with what the terminal can show.
public struct Theme: Hashable, Sendable {
    public var name: String
    private var styles: [Role: Style]
    /// What roles look like on a terminal of 16 or 8 colours, where the nearest ones don't do.
    private var ansiStyles: [Role: Style]
    /// What each role looks like over each: a frame asks a thousand times.
    private let mixed: [Style]

    public init(name: String, styles: [Role: Style]) {
        self.init(name: name, styles: styles, ansiStyles: [:])
    }

    init(name: String, styles: [Role: Style], ansiStyles: [Role: Style]) {
        self.name = name
        self.styles = styles
        self.ansiStyles = ansiStyles
        let text = styles[.text] ?? .plain
        mixed = Role.allCases.flatMap { base in
            let under = text.overlaid(with: styles[base] ?? text)
            return Role.allCases.map { role in
                var own = styles[role] ?? text
                if role == .text || styles[role] == nil { own.background = .terminal }
                return under.overlaid(with: own)
            }
        }
    }

    /// A role's style; the text's where the theme is silent.
    public subscript(role: Role) -> Style { styles[role] ?? styles[.text] ?? .plain }

    /// What a role looks like over another: the screen itself (`text`), a bar, a dialog. The background of text is the
    /// screen's, so that text shows whatever it is written over.
    public func style(of role: Role, over base: Role = .text) -> Style {
        mixed[Int(base.rawValue) * Role.allCases.count + Int(role.rawValue)]
    }

    /// The roles that it says something about.
    public var roles: Set<Role> { Set(styles.keys) }

    /// This theme where `base` is silent no more: its own styles over those of another.
    public func completed(by base: Theme) -> Theme {
        Theme(
            name: name, styles: base.styles.merging(styles) { $1 },
            // A role it names anew doesn't keep the other's 16 colours.
            ansiStyles: base.ansiStyles.filter { styles[$0.key] == nil }.merging(ansiStyles) { $1 })
    }

    /// The theme in what a terminal of that depth shows. Without colours every theme looks the same: attributes tell
    /// what colours and backgrounds did.
    public func adapted(to depth: ColorDepth) -> Theme {
        switch depth {
        case .trueColor: return self
        case .monochrome: return Theme(name: name, styles: Self.monochrome.styles)
        case .eight, .sixteen, .palette256:
            let chosen = depth == .palette256 ? styles : styles.merging(ansiStyles) { $1 }
            return Theme(name: name, styles: chosen.mapValues { $0.degraded(to: depth) })
        }
    }
}

extension Theme {
    /// No colours, for `NO_COLOR`, old terminals and paper.
    public static let monochrome = Theme(
        name: "monochrome", styles: Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, $0.withoutColors) }))
}

extension Role {
    fileprivate var withoutColors: Style {
        let attributes: Style.Attributes =
            switch self {
            case .text, .border, .title, .header, .footer, .dialog, .active, .unknown, .healthy, .gaugeFull: []
            case .muted, .stale, .idle, .gaugeEmpty, .gaugeReserve: .dim
            case .heading, .key, .borderFocused, .headerStrong, .dialogBorder, .warning: .bold
            case .match: [.bold, .underline]
            // What shouts in red must be found at once, on a selected row too.
            case .failing, .gaugeLow: [.bold, .underline]
            case .titleFocused: [.bold, .reverse]
            case .selection: .reverse
            case .selectionUnfocused, .field: .underline
            }
        return Style(attributes: attributes)
    }
}
