internal import TerminalUI
internal import Yams

/// YAML that is read piece by piece, so that every complaint tells its line.
struct YAMLText {
    /// How complaints name it: `theme mine.yaml`.
    var place: String
    var text: String

    /// Nil where nothing is in it, or comments alone.
    func root() throws(Complaint) -> Node? {
        do {
            return try compose(yaml: text)
        } catch let error as YamlError {
            throw complaint(error)
        } catch {
            throw complaint(1, "\(error)")
        }
    }

    func mapping(_ node: Node, _ what: String) throws(Complaint) -> Node.Mapping {
        guard let mapping = node.mapping else { throw complaint(node, "\(what) must be a mapping (key: value)") }
        return mapping
    }

    func scalar(_ node: Node, _ what: String) throws(Complaint) -> String {
        guard let text = node.scalar?.string else { throw complaint(node, "\(what) must be a single value") }
        return text
    }

    func complaint(_ node: Node, _ text: String) -> Complaint { complaint(node.mark?.line ?? 1, text) }

    func complaint(_ line: Int, _ text: String) -> Complaint { .usage("\(place), line \(line): \(text)") }

    /// About a key that isn't one of these.
    func unknown(_ key: Node, in what: String, known: [String]) -> Complaint {
        let name = key.string ?? "?"
        let guess = nearest(to: name, in: known).map { ": did you mean \"\($0)\"?" } ?? ""
        let list = known.dropLast().joined(separator: ", ") + (known.count > 1 ? " and " : "") + (known.last ?? "")
        return complaint(key, "there is no \"\(name)\" in \(what), only \(list)\(guess)")
    }

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
