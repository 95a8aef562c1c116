internal import TerminalUI
internal import Yams

/// A theme as it is written: YAML with a `name` and `roles`, each of which has colours and attributes.
struct ThemeFile {
    /// How complaints name it.
    var place: String
    var yaml: String

    func theme() throws(Complaint) -> Theme {
        let root = try mapping(try document(), "a theme")
        var name = place
        var roles: [String: [String: String]] = [:]
        for (key, value) in root {
            switch key.string {
            case "name": name = try scalar(value, "name")
            case "roles": roles = try self.roles(value)
            default: throw unknownKey(key)
            }
        }
        return try theme(name, roles, line: 1)
    }

    private func document() throws(Complaint) -> Node {
        do {
            guard let node = try compose(yaml: yaml) else { throw complaint(1, "is empty") }
            return node
        } catch let complaint as Complaint {
            throw complaint
        } catch let error as YamlError {
            throw complaint(error)
        } catch {
            throw complaint(1, "\(error)")
        }
    }

    /// Each property is tried by itself, so that what is wrong with it is told with its own line.
    private func roles(_ node: Node) throws(Complaint) -> [String: [String: String]] {
        var roles: [String: [String: String]] = [:]
        for (key, value) in try mapping(node, "roles") {
            let role = try scalar(key, "a role")
            _ = try theme("", [role: [:]], line: line(key))
            var properties: [String: String] = [:]
            for (key, value) in try mapping(value, role) {
                let property = try scalar(key, "a property of \(role)")
                properties[property] = try scalar(value, "\(role).\(property)")
                _ = try theme("", [role: [property: properties[property] ?? ""]], line: line(key))
            }
            roles[role] = properties
        }
        return roles
    }

    private func theme(_ name: String, _ roles: [String: [String: String]], line: Int) throws(Complaint) -> Theme {
        do throws(ThemeError) {
            return try Theme(name: name, roles: roles)
        } catch {
            throw complaint(line, "\(error)")
        }
    }

    private func mapping(_ node: Node, _ what: String) throws(Complaint) -> Node.Mapping {
        guard let mapping = node.mapping else { throw complaint(line(node), "\(what) must be a mapping (key: value)") }
        return mapping
    }

    private func scalar(_ node: Node, _ what: String) throws(Complaint) -> String {
        guard let text = node.scalar?.string else { throw complaint(line(node), "\(what) must be a single value") }
        return text
    }

    private func unknownKey(_ key: Node) -> Complaint {
        let name = key.string ?? "?"
        let guess = nearest(to: name, in: ["name", "roles"]).map { ": did you mean \"\($0)\"?" } ?? ""
        return complaint(line(key), "there is no \"\(name)\" in a theme, only name and roles\(guess)")
    }

    private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

    private func complaint(_ line: Int, _ text: String) -> Complaint { .usage("theme \(place), line \(line): \(text)") }

    private func complaint(_ error: YamlError) -> Complaint {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            complaint(mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            complaint(context.mark.line, "\(duplicates.sorted().joined(separator: ", ")) stands twice")
        default:
            complaint(1, "is not YAML")
        }
    }
}
