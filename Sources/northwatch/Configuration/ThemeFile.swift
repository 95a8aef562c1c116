internal import TerminalUI
internal import Yams

/// A theme as it is written: YAML with a `name` and `roles`, each of which has colours and attributes.
struct ThemeFile {
    private let text: YAMLText
    private let place: String

    /// `place` is how complaints name it.
    init(place: String, yaml: String) {
        self.place = place
        text = YAMLText(place: "theme \(place)", text: yaml)
    }

    /// Whether what a theme is called is a file's path: it has a slash, or ends like one.
    static func isPath(_ name: String) -> Bool {
        name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    func theme() throws(Complaint) -> Theme {
        guard let root = try text.root() else { throw text.complaint(1, "is empty") }
        var name = place
        var roles: [String: [String: String]] = [:]
        for (key, value) in try text.mapping(root, "a theme") {
            switch key.string {
            case "name": name = try text.scalar(value, "name")
            case "roles": roles = try self.roles(value)
            default: throw text.unknown(key, in: "a theme", known: ["name", "roles"])
            }
        }
        return try theme(name, roles, at: root)
    }

    /// Each property is tried by itself, so that what is wrong with it is told with its own line.
    private func roles(_ node: Node) throws(Complaint) -> [String: [String: String]] {
        var roles: [String: [String: String]] = [:]
        for (key, value) in try text.mapping(node, "roles") {
            let role = try text.scalar(key, "a role")
            _ = try theme("", [role: [:]], at: key)
            var properties: [String: String] = [:]
            for (key, value) in try text.mapping(value, role) {
                let property = try text.scalar(key, "a property of \(role)")
                properties[property] = try text.scalar(value, "\(role).\(property)")
                _ = try theme("", [role: [property: properties[property] ?? ""]], at: key)
            }
            roles[role] = properties
        }
        return roles
    }

    private func theme(_ name: String, _ roles: [String: [String: String]], at node: Node) throws(Complaint) -> Theme {
        do throws(ThemeError) {
            return try Theme(name: name, roles: roles)
        } catch {
            throw text.complaint(node, "\(error)")
        }
    }
}
