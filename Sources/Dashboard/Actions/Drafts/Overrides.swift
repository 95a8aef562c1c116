public import Northflank

/// What was last said of a service's build, or a job's run, beside its settings. The next one is offered the same.
public struct Overrides: Hashable, Sendable, Codable {
    public var target: ActionTarget
    /// By the paths of the fields in the request's body. Never a secret: of arguments and environment only the names.
    public var values: [String: String]

    public init(of target: ActionTarget, _ values: [String: String]) {
        self.target = target
        self.values = values
    }
}
