/// A style for each role, and how things are drawn with what the terminal can show.
public struct Theme: Hashable, Sendable {
    public var name: String
    private var styles: [Role: Style]

    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    /// A role's style; the text's where the theme is silent.
    public subscript(role: Role) -> Style { styles[role] ?? styles[.text] ?? .plain }
}
