internal import ArgumentParser
internal import Dashboard
internal import Store

/// Which account a subcommand works on. Each option may stand before the subcommand or after it; after goes first.
struct ShellOptions: ParsableArguments {
    @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions
    @OptionGroup(title: "Account") var access: AccessOptions
    @OptionGroup(title: "State") var state: StateOptions

    /// Opens the account. Call it before other threads run.
    /// - Parameter most: how many requests it may cost; nil is as many as there are.
    func open(under parent: Northwatch, atMost most: Int? = nil) throws(Complaint) -> OpenAccount {
        let environment = ProcessEnvironment.take()
        let chosen = self.configuration.filled(from: parent.configuration)
        let configuration = try chosen.configuration(environment)
        ProcessEnvironment.hide(configuration.tokenVariables)
        var options = parent.account
        options.access = access.filled(from: options.access)
        let account = try Accounts(options: options, environment: environment, configuration: configuration)
            .first(chosen.context)
        let directory = state.filled(from: parent.state).directory(environment)
        let memory = directory.map { AccountMemory($0, of: account) } ?? .none
        for problem in memory.problems { Line.note("\(problem)") }
        return OpenAccount(account, memory: memory, spending: Spending(atMost: most))
    }
}

extension ConfigurationOptions {
    /// What was left out is taken from another.
    func filled(from other: Self) -> Self {
        var all = self
        all.config = config ?? other.config
        all.context = context ?? other.context
        return all
    }
}

extension AccessOptions {
    /// What was left out is taken from another.
    func filled(from other: Self) -> Self {
        var all = self
        all.tokenFile = tokenFile ?? other.tokenFile
        all.apiURL = apiURL ?? other.apiURL
        all.team = team ?? other.team
        all.readOnly = readOnly || other.readOnly
        return all
    }
}

extension StateOptions {
    /// What was left out is taken from another.
    func filled(from other: Self) -> Self { isGiven ? self : other }
}
