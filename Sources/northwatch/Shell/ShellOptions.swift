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
        let accounts = try accounts(under: parent, environment)
        let account = try accounts.first(chosen(under: parent).context)
        let memory = directory(under: parent, environment).map { AccountMemory($0, of: account) } ?? .none
        for problem in memory.problems { Line.note("\(problem)") }
        return OpenAccount(
            account, memory: memory, spending: Spending(atMost: most), preferences: accounts.configuration.preferences)
    }

    /// Which configuration, and which account of it.
    func chosen(under parent: Northwatch) -> ConfigurationOptions { configuration.filled(from: parent.configuration) }

    /// The accounts that there are. Takes their tokens out of the process's environment.
    func accounts(under parent: Northwatch, _ environment: [String: String]) throws(Complaint) -> Accounts {
        let configuration = try chosen(under: parent).configuration(environment)
        ProcessEnvironment.hide(configuration.tokenVariables)
        var options = parent.account
        options.access = access.filled(from: options.access)
        return Accounts(options: options, environment: environment, configuration: configuration)
    }

    /// Where state is kept; nil where none is.
    func directory(under parent: Northwatch, _ environment: [String: String]) -> StateDirectory? {
        state.filled(from: parent.state).directory(environment)
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
