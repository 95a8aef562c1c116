public import TerminalUI

extension Keymap {
    /// Why a command can't have a key.
    public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        public enum Reason: Hashable, Sendable {
            /// What changes the account takes a capital letter, and nothing else.
            case noCapitalLetter
            /// Held down, it would answer the question that it opens.
            case answersQuestions
            /// The key means another command already.
            case taken(by: Command)
            /// Without one there is no way out.
            case neededToLeave
        }

        public var command: Command
        /// Nil where it is about having none.
        public var key: Key?
        public var reason: Reason

        public var description: String {
            let key = key?.name ?? ""
            return switch reason {
            case .noCapitalLetter:
                "\(command.name) changes the account: it takes a capital letter alone, not \"\(key)\""
            case .answersQuestions: "\"\(key)\" can't be for \(command.name): it would say yes to its question"
            case .taken(let other):
                "\"\(key)\" can't be for \(command.name): it is for \(other.name), which needs other keys first"
            case .neededToLeave: "\(command.name) needs a key: there would be no way out"
            }
        }
    }

    /// With these keys instead of those that the commands have. A command without keys is in the palette alone.
    public func overridden(by overrides: [Binding]) throws(Refusal) -> Keymap {
        var bindings = bindings
        for override in overrides {
            try Self.check(override)
            if let index = bindings.firstIndex(where: { $0.command == override.command }) {
                bindings[index] = override
            } else {
                bindings.append(override)
            }
        }
        try Self.checkKeys(bindings, overrides)
        return Keymap(bindings)
    }

    private static func check(_ override: Binding) throws(Refusal) {
        if override.command == .quit, override.keys.isEmpty {
            throw Refusal(command: override.command, reason: .neededToLeave)
        }
        guard override.command.section == .acting else { return }
        if let key = override.keys.first(where: { !$0.isCapitalLetter }) {
            throw Refusal(command: override.command, key: key, reason: .noCapitalLetter)
        }
        if override.keys.contains(Key("Y")) {
            throw Refusal(command: override.command, key: Key("Y"), reason: .answersQuestions)
        }
    }

    /// A key that stands twice is told of as the override's that takes it. A layer's own commands may have the keys that
    /// mean something else outside of it.
    private static func checkKeys(_ bindings: [Binding], _ overrides: [Binding]) throws(Refusal) {
        var owners: [Command.Layer?: [Key: Command]] = [:]
        let kept = bindings.filter { binding in !overrides.contains { $0.command == binding.command } }
        for binding in kept + overrides {
            let layer = binding.command.layer
            for key in binding.keys {
                if let owner = owners[layer]?[key] {
                    throw Refusal(command: binding.command, key: key, reason: .taken(by: owner))
                }
                owners[layer, default: [:]][key] = binding.command
            }
        }
    }
}

extension Key {
    fileprivate var isCapitalLetter: Bool {
        guard case .character(let character) = code, modifiers.isEmpty else { return false }
        return character.isUppercase
    }
}
