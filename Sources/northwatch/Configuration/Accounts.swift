/// The accounts that can be opened: the one that options and environment name, and those of the configuration.
struct Accounts {
    var options: AccountOptions
    var environment: [String: String]
    var configuration: Configuration

    var names: [String] { configuration.contexts.map(\.name) }

    /// The one to begin with: of the context that was chosen, of the default one, or of no context. Options go before
    /// its settings. So do environment variables, unless it was chosen: then they are for what it leaves open.
    func first(_ chosen: String?) throws(Complaint) -> Account {
        guard let name = chosen ?? configuration.defaultContext else {
            return try options.account(environment, in: nil, isChosen: false, others: names)
        }
        return try options.account(
            environment, in: try configuration.context(name), isChosen: chosen != nil, others: names)
    }

    /// Where the first one's token comes from; nil where there is none.
    func tokenSource(_ chosen: String?) -> Configuration.TokenSource? {
        let name = chosen ?? configuration.defaultContext
        let context = configuration.contexts.first { $0.name == name }
        return options.tokenSource(environment, context?.token, isChosen: chosen != nil)
    }

    /// Another one. The options were about the first, but for `--read-only`, which is about all that is done here.
    func named(_ name: String) throws(Complaint) -> Account {
        var options = options
        options.access.tokenFile = nil
        options.access.apiURL = nil
        options.access.team = nil
        options.project = nil
        return try options.account(environment, in: try configuration.context(name), isChosen: true, others: names)
    }
}
