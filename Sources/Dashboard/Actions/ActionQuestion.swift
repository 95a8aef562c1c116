public import Northflank
public import TerminalUI

/// The question before an action of which nothing is left to choose. Where data or a service can be lost, the answer is
/// the name of what it is about.
public struct ActionQuestion: Hashable, Sendable {
    public var action: Action
    /// Of what it is about.
    var name: String
    /// Where the name is typed; nil where `Enter` is enough.
    public internal(set) var field: TextField?

    init(_ action: Action, name: String) {
        self.action = action
        self.name = name
        field = action.isDangerous ? TextField() : nil
    }

    /// Whether what must be typed is.
    var isTyped: Bool { field.map { $0.text == name } ?? true }
}
