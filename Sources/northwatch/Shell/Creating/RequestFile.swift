internal import Northflank
internal import TerminalUI
internal import Yams

/// The body of a request as it is written in a file: YAML, and so JSON.
struct RequestFile {
    private let text: YAMLText

    init(place: String, text: String) { self.text = YAMLText(place: place, text: text) }

    /// - Parameter path: a file's; `-` is standard input.
    static func read(_ path: String) throws(Complaint) -> RequestFile {
        let name = path == "-" ? "standard input" : path
        let bytes = try (path == "-" ? GivenText.standardInput : .file(path)).bytes()
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .usage("\(name) is not UTF-8") }
        return RequestFile(place: name, text: text)
    }

    /// Where something stands.
    private struct Spot {
        var line: Int
        /// It is a number, a switch or nothing, and would be a text in quotes.
        var isBare = false
    }

    /// What is written, once it is what the contract asks of an operation.
    /// - Throws: its mistakes; all but the last are said before.
    func body(for operation: APIOperation) throws(Complaint) -> JSONValue {
        var spots: [String: Spot] = [:]
        let body = try text.root().map { node throws(Complaint) in try value(of: node, at: "", &spots) } ?? .object([:])
        let mistakes = (operation.body?.problems(with: body) ?? [:])
            .map { path, problem in (line: Self.line(of: path, spots), text: Self.words(path, problem, spots)) }
            .sorted { ($0.line, $0.text) < ($1.line, $1.text) }
        guard let last = mistakes.last else {
            for member in operation.body?.unknownMembers(of: body) ?? [] { note(member, spots) }
            return body
        }
        for mistake in mistakes.dropLast() { text.complaint(mistake.line, mistake.text).say() }
        throw text.complaint(last.line, last.text)
    }

    /// What is written, whatever the contract says of it; nil where nothing is.
    func value() throws(Complaint) -> JSONValue? {
        var spots: [String: Spot] = [:]
        guard let root = try text.root() else { return nil }
        return try value(of: root, at: "", &spots)
    }

    /// The contract knows more than this project does, so only what looks like a slip is worth a word.
    private func note(_ member: Schema.UnknownMember, _ spots: [String: Spot]) {
        guard let guess = nearest(to: member.name, in: member.known) else { return }
        let line = Self.line(of: member.path, spots)
        text.complaint(line, "did \(member.path) mean \(guess)? It is sent as it is").say()
    }

    private static func words(_ path: String, _ problem: String, _ spots: [String: Spot]) -> String {
        let hint = problem == "must be a string" && spots[path]?.isBare == true ? ": put it in quotes" : ""
        return "\(path.isEmpty ? "it" : path) \(problem)\(hint)"
    }

    /// What isn't there is missing in what holds it.
    private static func line(of path: String, _ spots: [String: Spot]) -> Int {
        var path = path
        while spots[path] == nil, let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
            path = String(path[..<end])
        }
        return (spots[path] ?? spots[""])?.line ?? 1
    }

    private func value(of node: Node, at path: String, _ spots: inout [String: Spot]) throws(Complaint) -> JSONValue {
        spots[path] = spots[path] ?? Spot(line: node.mark?.line ?? 1)
        switch node {
        case .scalar(let scalar):
            let value = Self.value(of: scalar)
            spots[path]?.isBare = value.text == nil
            return value
        case .sequence(let nodes):
            var items: [JSONValue] = []
            for (index, node) in nodes.enumerated() {
                items.append(try value(of: node, at: "\(path)[\(index)]", &spots))
            }
            return .array(items)
        case .mapping(let pairs):
            var members: [String: JSONValue] = [:]
            for (key, node) in pairs {
                let name = try text.scalar(key, "a name")
                let inner = path.isEmpty ? name : "\(path).\(name)"
                spots[inner] = Spot(line: key.mark?.line ?? 1)
                members[name] = try value(of: node, at: inner, &spots)
            }
            return .object(members)
        case .alias: throw text.complaint(node, "an alias can't be followed here")
        }
    }

    /// By YAML 1.2's core schema, which is JSON's: `no` and `1:30` are texts. What is quoted is a text.
    private static func value(of scalar: Node.Scalar) -> JSONValue {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
        return isNumber ? Double(text).map(JSONValue.number) ?? .string(text) : .string(text)
    }
}
