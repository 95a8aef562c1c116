internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import TerminalUI
internal import Yams

/// The configuration as it is written: YAML. Every mistake is told with its line and the nearest valid name.
struct ConfigurationFile {
    /// The user's home directory, which `~/` stands for.
    let home: String?
    /// Where it stands; relative paths start there.
    let folder: String
    let text: YAMLText

    init(path: String, yaml: String, home: String?) {
        text = YAMLText(place: "config \(path)", text: yaml)
        folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        self.home = home
    }

    private enum Section: String, CaseIterable {
        case context, contexts, theme, mouse, notifications, problems, refresh, confirmations, web, keys
    }

    func configuration() throws(Complaint) -> Configuration {
        var configuration = Configuration()
        guard let root = try text.root() else { return configuration }
        let sections = try keyed(root, "the configuration", by: Section.self)
        // In this order: a default context must be one of them, and a key can be given to switching to one.
        if let (_, node) = sections[.contexts] { configuration.contexts = try contexts(node) }
        if let (_, node) = sections[.context] {
            let name = try text.scalar(node, "context")
            guard configuration.contexts.contains(where: { $0.name == name }) else {
                throw text.complaint(node, configuration.unknownContext(name))
            }
            configuration.defaultContext = name
        }
        if let (_, node) = sections[.theme] { configuration.theme = try theme(node) }
        if let (_, node) = sections[.notifications] { try readNotifications(node, into: &configuration) }
        if let (_, node) = sections[.mouse] { configuration.preferences.usesMouse = try flag(node, "mouse") }
        if let (_, node) = sections[.problems] { try readProblems(node, into: &configuration.preferences) }
        if let (_, node) = sections[.refresh] { configuration.refresh = try refresh(node) }
        if let (_, node) = sections[.confirmations] {
            configuration.preferences.confirmsTwice = try word(node, "confirmations", of: ["once", "twice"]) == "twice"
        }
        if let (_, node) = sections[.web] { try readWeb(node, into: &configuration.preferences.web) }
        if let (_, node) = sections[.keys] {
            configuration.preferences.keymap = try KeysSection(text: text)
                .keymap(node, contexts: configuration.contexts.map(\.name))
        }
        return configuration
    }

    // MARK: - Sections

    private func theme(_ node: Node) throws(Complaint) -> String {
        let name = try text.scalar(node, "theme")
        let theme = Themes.names.contains(name) || !ThemeFile.isPath(name) ? name : try path(name, node)
        do throws(Complaint) {
            _ = try Themes.find(theme)
        } catch {
            throw text.complaint(node, error.text)
        }
        return theme
    }

    // MARK: - Values

    /// What stands under each key, with the key itself.
    func keyed<Key: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: Node, _ what: String, by: Key.Type
    ) throws(Complaint) -> [Key: (key: Node, value: Node)] {
        var found: [Key: (key: Node, value: Node)] = [:]
        for (key, value) in try text.mapping(node, what) {
            if let name = key.string, ["token", "api-token"].contains(name.lowercased()) {
                throw text.complaint(
                    key, "a token has no place here: name a file of its own by token-file, or a variable by token-env")
            }
            guard let known = key.string.flatMap(Key.init(rawValue:)) else {
                throw text.unknown(key, in: what, known: Key.allCases.map(\.rawValue))
            }
            found[known] = (key, value)
        }
        return found
    }

    func flag(_ node: Node, _ what: String) throws(Complaint) -> Bool {
        try word(node, what, of: ["true", "false"]) == "true"
    }

    private func word(_ node: Node, _ what: String, of words: [String]) throws(Complaint) -> String {
        let word = try text.scalar(node, what)
        guard words.contains(word) else {
            throw text.complaint(node, "\(what) must be \(words.joined(separator: " or ")), not \"\(word)\"")
        }
        return word
    }

    /// Absolute, but for one that is relative to a relative file.
    func path(_ written: String, _ node: Node) throws(Complaint) -> String {
        if written.hasPrefix("/") { return written }
        guard written.hasPrefix("~/") else { return "\(folder)/\(written)" }
        guard let home else { throw text.complaint(node, "there is no home directory for ~") }
        return home + written.dropFirst()
    }
}
