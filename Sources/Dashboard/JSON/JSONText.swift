/// A JSON text as it came: the order of its members and the spelling of its values are kept, and nothing in it is
/// interpreted. What a terminal could obey is spelled `\u001b`, which means the same.
public struct JSONText: Hashable, Sendable {
    enum Label: Hashable {
        case root
        /// Spelled as in the text, without its quotes.
        case member(String)
        case item(Int)
    }

    enum Value: Hashable {
        case object
        case array
        /// Spelled as in the text: `"a"`, `1.50`, `null`.
        case scalar(String)
    }

    struct Node: Hashable {
        let label: Label
        let value: Value
        /// 0 for the whole.
        let depth: Int
        /// Its name, or that of something it is in, tells of a secret.
        let isSecret: Bool
        /// The place behind the last node in it.
        var end = 0

        var isContainer: Bool { if case .scalar = value { false } else { true } }
    }

    /// Each before what is in it; the first is the whole.
    let nodes: [Node]

    /// Nil for what isn't JSON, or is nested deeper than anybody writes.
    public init?(_ bytes: [UInt8]) {
        var parser = JSONTextParser(bytes)
        guard parser.parse() else { return nil }
        nodes = parser.nodes
    }

    /// Whether there is nothing in it to fold.
    func isEmpty(_ node: Int) -> Bool { nodes[node].end == node + 1 }

    /// How many members or items a container has.
    func count(of node: Int) -> Int {
        var (count, child) = (0, node + 1)
        while child < nodes[node].end {
            count += 1
            child = nodes[child].end
        }
        return count
    }

    /// The container that a node is in; nil for the whole.
    func parent(of node: Int) -> Int? {
        nodes[..<node].lastIndex { $0.depth < nodes[node].depth }
    }

    // MARK: - As text

    /// What stands for a value that may be secret.
    static let mask = "\"****\""

    /// A value's spelling, or a mask where it may be secret: nothing, yes and no are none.
    func spelling(_ node: Int, revealing: Bool) -> String {
        guard case .scalar(let text) = nodes[node].value else { return "" }
        let isHidden =
            !revealing && (nodes[node].isSecret || Secrets.isAddressWithPassword(text))
            && !["null", "true", "false", "\"\""].contains(text)
        return isHidden ? Self.mask : text
    }

    /// A node and all that is in it, indented: JSON again.
    func rendition(of node: Int = 0, revealing: Bool) -> String {
        var text = ""
        write(node, indent: "", revealing, &text)
        return text
    }

    private func write(_ node: Int, indent: String, _ revealing: Bool, _ text: inout String) {
        let brackets: (String, String)
        switch nodes[node].value {
        case .scalar:
            text += spelling(node, revealing: revealing)
            return
        case .object: brackets = ("{", "}")
        case .array: brackets = ("[", "]")
        }
        text += brackets.0
        var child = node + 1
        while child < nodes[node].end {
            text += child == node + 1 ? "\n\(indent)  " : ",\n\(indent)  "
            if case .member(let name) = nodes[child].label { text += "\"\(name)\": " }
            write(child, indent: indent + "  ", revealing, &text)
            child = nodes[child].end
        }
        text += (child == node + 1 ? "" : "\n\(indent)") + brackets.1
    }
}
