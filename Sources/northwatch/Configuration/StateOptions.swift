internal import ArgumentParser
internal import Store

/// Where Northwatch keeps what outlives it.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to keep the state database.",
            discussion: """
                It holds the last known state, the journal of actions, and what several dashboards of yours share. \
                $XDG_STATE_HOME/northwatch otherwise, which is ~/.local/state/northwatch.
                """,
            valueName: "directory"),
        completion: .directory)
    var stateDir: String?

    @Flag(help: "Remember nothing and share nothing.")
    var noState = false

    /// Whether any of them was given.
    var isGiven: Bool { stateDir != nil || noState }

    func validate() throws {
        if noState, stateDir != nil { throw Complaint.usage("--no-state and --state-dir exclude each other") }
        if stateDir == "" { throw Complaint.usage("--state-dir needs a directory, and was given nothing") }
    }

    /// Opens what is kept of an account. Blocks the thread.
    func memory(of account: Account, _ environment: [String: String]) -> AccountMemory {
        if noState { return .none }
        return directory(environment).map { AccountMemory($0, of: account) } ?? AccountMemory(without: .noHome)
    }

    /// Nil where nothing is to be kept, or there is no place for it.
    func directory(_ environment: [String: String]) -> StateDirectory? {
        if noState { return nil }
        return stateDir.map { StateDirectory(path: $0) } ?? StateDirectory(environment: environment)
    }
}
