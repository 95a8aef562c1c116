extension Theme {
    /// A theme from what its file says: a mapping of roles, each to a mapping of properties.
    ///
    /// The properties are `foreground` and `background` (see `Color.parse`), the attributes `bold`, `dim`, `italic`,
    /// `underline` and `reverse` (`true` or `false`), and `ansi`: the colours on a terminal of 16, as in `white`,
    /// `white on blue` or `on blue`.
    public init(name: String, roles: [String: [String: String]]) throws(ThemeError) {
        var styles: [Role: Style] = [:]
        var ansiStyles: [Role: Style] = [:]
        // In order, so that of several mistakes it is always the same that is told.
        for (name, properties) in roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(named: name) else {
                throw .unknownRole(name, nearest: nearest(to: name, in: Role.allCases.map(\.name)))
            }
            let description = try RoleDescription(role, properties)
            styles[role] = description.style
            ansiStyles[role] = description.ansiStyle
        }
        self.init(name: name, styles: styles, ansiStyles: ansiStyles)
    }
}

/// What is wrong with a theme, and what was probably meant.
public enum ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownRole(String, nearest: String?)
    case unknownProperty(String, role: Role, nearest: String?)
    case badColor(String, property: String, role: Role, nearest: String?)
    /// An attribute that is neither true nor false.
    case badAttribute(String, property: String, role: Role)

    public var description: String {
        switch self {
        case .unknownRole(let name, let nearest):
            "there is no role \"\(SafeText.line(name))\"\(Self.hint(nearest))"
        case .unknownProperty(let name, let role, let nearest):
            "\(role.name) has no property \"\(SafeText.line(name))\"\(Self.hint(nearest))"
        case .badColor(let value, let property, let role, let nearest):
            "\(role.name).\(property): \"\(SafeText.line(value))\" is no colour\(Self.hint(nearest)); colours are "
                + "#rrggbb, 0 to 255, default, or names such as red and bright-red"
        case .badAttribute(let value, let property, let role):
            "\(role.name).\(property) is true or false, not \"\(SafeText.line(value))\""
        }
    }

    private static func hint(_ nearest: String?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }
}

/// One role's properties read.
private struct RoleDescription {
    var style = Style.plain
    var ansiStyle: Style?

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]

    init(_ role: Role, _ properties: [String: String]) throws(ThemeError) {
        for (property, value) in properties.sorted(by: { $0.key < $1.key }) {
            switch property {
            case "foreground": style.foreground = try Self.color(value, property, role)
            case "background": style.background = try Self.color(value, property, role)
            case "ansi": ansiStyle = try Self.pair(value, property, role)
            default:
                guard let attribute = Self.attributes[property] else {
                    let known = ["foreground", "background", "ansi"] + Self.attributes.keys.sorted()
                    throw .unknownProperty(property, role: role, nearest: nearest(to: property, in: known))
                }
                if try Self.flag(value, property, role) { style.attributes.insert(attribute) }
            }
        }
        ansiStyle?.attributes = style.attributes
    }

    private static func color(_ text: String, _ property: String, _ role: Role) throws(ThemeError) -> Color {
        if let color = Color.parse(text) { return color }
        let names = Color.names + ["default"]
        throw .badColor(text, property: property, role: role, nearest: nearest(to: text, in: names))
    }

    /// `white`, `white on blue`, `on blue`
    private static func pair(_ text: String, _ property: String, _ role: Role) throws(ThemeError) -> Style {
        let words = text.split(separator: " ").map(String.init)
        var style = Style.plain
        switch words.count {
        case 1: style.foreground = try color(words[0], property, role)
        case 2 where words[0] == "on": style.background = try color(words[1], property, role)
        case 3 where words[1] == "on":
            style.foreground = try color(words[0], property, role)
            style.background = try color(words[2], property, role)
        default: throw .badColor(text, property: property, role: role, nearest: nil)
        }
        return style
    }

    private static func flag(_ text: String, _ property: String, _ role: Role) throws(ThemeError) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw .badAttribute(text, property: property, role: role)
        }
    }
}
