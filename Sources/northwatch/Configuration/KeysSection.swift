internal import Dashboard
internal import TerminalUI
internal import Yams

/// `keys:` of the configuration: a command's name, and the key or keys that it has instead of its own.
struct KeysSection {
    var text: YAMLText

    /// A command with its keys, and where each is written.
    private struct Entry {
        var binding: Keymap.Binding
        var name: Node
        var keys: [Node]
    }

    func keymap(_ node: Node, contexts: [String]) throws(Complaint) -> Keymap {
        let commands = Command.bindable(themes: Themes.names, contexts: contexts)
        var entries: [Entry] = []
        for (name, value) in try text.mapping(node, "keys") {
            guard let command = commands.first(where: { $0.name == name.string }) else {
                throw unknown(name, commands)
            }
            let nodes = value.sequence.map(Array.init) ?? [value]
            var keys: [Key] = []
            for node in nodes { keys.append(try key(node, of: command)) }
            entries.append(Entry(binding: Keymap.Binding(keys, command), name: name, keys: nodes))
        }
        do throws(Keymap.Refusal) {
            return try Keymap.standard.overridden(by: entries.map(\.binding))
        } catch {
            throw text.complaint(Self.node(of: error, among: entries) ?? node, "\(error)")
        }
    }

    private func key(_ node: Node, of command: Command) throws(Complaint) -> Key {
        let name = try text.scalar(node, "a key of \(command.name)")
        if let key = Key(name: name) {
            guard let other = key.sentAs else { return key }
            throw text.complaint(node, "terminals send \"\(other.name)\" for \"\(name)\": name that")
        }
        let guess = nearest(to: name, in: Key.examples).map { ": did you mean \"\($0)\"?" } ?? ""
        throw text.complaint(node, "there is no key \"\(name)\"\(guess)")
    }

    private func unknown(_ name: Node, _ commands: [Command]) -> Complaint {
        let written = name.string ?? "?"
        let guess = nearest(to: written, in: commands.map(\.name)).map { ": did you mean \"\($0)\"?" } ?? ""
        return text.complaint(name, "there is no command \"\(written)\"\(guess)")
    }

    private static func node(of refusal: Keymap.Refusal, among entries: [Entry]) -> Node? {
        guard let entry = entries.first(where: { $0.binding.command == refusal.command }) else { return nil }
        return zip(entry.binding.keys, entry.keys).first { $0.0 == refusal.key }?.1 ?? entry.name
    }
}
