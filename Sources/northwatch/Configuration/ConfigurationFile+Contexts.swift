internal import Northflank
internal import NorthflankAPI
internal import Yams

extension ConfigurationFile {
    private enum Setting: String, CaseIterable {
        case tokenFile = "token-file"
        case tokenVariable = "token-env"
        case apiURL = "api-url"
        case team, project
        case readOnly = "read-only"
    }

    func contexts(_ node: Node) throws(Complaint) -> [Configuration.Context] {
        var contexts: [Configuration.Context] = []
        for (key, value) in try text.mapping(node, "contexts") {
            let name = try text.scalar(key, "a context's name")
            guard Self.isName(name) else {
                throw text.complaint(key, "a context's name has letters, digits, - and _ alone")
            }
            contexts.append(try context(name, value))
        }
        return contexts
    }

    private func context(_ name: String, _ node: Node) throws(Complaint) -> Configuration.Context {
        var context = Configuration.Context(name: name)
        let settings = try keyed(node, "a context", by: Setting.self)
        if settings[.tokenFile] != nil, let (key, _) = settings[.tokenVariable] {
            throw text.complaint(key, "token-file and token-env exclude each other")
        }
        for (setting, (_, value)) in settings {
            let written = try text.scalar(value, setting.rawValue)
            guard !written.isEmpty else { throw text.complaint(value, "\(setting.rawValue) must not be empty") }
            switch setting {
            case .tokenFile: context.token = .file(path: try tokenPath(written, value))
            case .tokenVariable: context.token = .variable(try variable(written, value))
            case .apiURL: context.apiURL = try address(written, value)
            case .team: context.team = written
            case .project: context.project = Project.ID(written)
            case .readOnly: context.readOnly = try flag(value, setting.rawValue)
            }
        }
        return context
    }

    /// What isn't a path may be a token, and is not repeated.
    private func tokenPath(_ written: String, _ node: Node) throws(Complaint) -> String {
        guard written.contains("/") else {
            throw text.complaint(node, "token-file takes the path of a file, such as ~/.config/northflank/token")
        }
        return try path(written, node)
    }

    /// Nor is what can't be a variable's name.
    private func variable(_ written: String, _ node: Node) throws(Complaint) -> String {
        let isName = written.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
        guard isName, written.first?.isNumber == false else {
            throw text.complaint(
                node, "token-env takes the name of a variable in capital letters, such as NORTHFLANK_TOKEN_WORK")
        }
        return written
    }

    private func address(_ written: String, _ node: Node) throws(Complaint) -> BaseURL {
        do throws(BaseURL.Invalid) {
            return try BaseURL(written)
        } catch {
            throw text.complaint(node, "api-url: \(error)")
        }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}
