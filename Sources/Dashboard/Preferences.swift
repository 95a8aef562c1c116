/// What the user has set once and for all accounts.
public struct Preferences: Hashable, Sendable {
    public var keymap = Keymap.standard
    /// Whether clicks and the wheel are ours to begin with.
    public var usesMouse = true
    /// Without a completed backup for so long, in seconds, an addon is a problem: a day.
    public var oldestBackup = 86_400.0
    /// What rings though nobody waits for it.
    public var ringRules: [RingRule] = []
    public var ignoredProblems: [IgnoreRule] = []
    /// Whether an action's `Enter` must be followed by a capital `Y`, so that no key held down or pressed out of habit
    /// can be the answer.
    public var confirmsTwice = false
    public var web = WebAddresses()

    public init() {}
}
