internal import ArgumentParser
internal import NorthflankAPI

/// Which account, and how.
struct AccountOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file that holds the API token. Nobody but you may be able to read it.", valueName: "path"))
    var tokenFile: String?

    @Option(
        name: .customLong("api-url"),
        help: ArgumentHelp(
            "Where the API is. Default: $NORTHFLANK_API_URL or https://api.northflank.com/v1.", valueName: "url"))
    var apiURL: String?

    @Option(help: ArgumentHelp("Work in this team instead of your own account.", valueName: "id"))
    var team: String?

    @Option(help: ArgumentHelp("Open on this project.", valueName: "id"))
    var project: String?

    @Flag(help: "Switch every action off: nothing in the account can be changed.")
    var readOnly = false

    func baseURL(environment: [String: String]) throws(UsageError) -> BaseURL {
        guard let text = apiURL ?? environment["NORTHFLANK_API_URL"], !text.isEmpty else { return .northflank }
        do {
            return try BaseURL(text)
        } catch {
            throw UsageError("\(error)")
        }
    }

    func validate() throws {
        for (name, value) in [("--team", team), ("--project", project)] {
            // The contract's ids: letters, digits and dashes.
            if let value,
                value.isEmpty || !value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
            {
                throw ValidationError("\(name) takes an id: letters, digits and dashes.")
            }
        }
    }
}
