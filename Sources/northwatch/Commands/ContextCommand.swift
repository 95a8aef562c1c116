internal import ArgumentParser
internal import Northflank
internal import NorthflankAPI
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch context`: the accounts of the configuration.
struct ContextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "context",
        abstract: "Lists the accounts of the configuration, and shows what one of them is.",
        discussion: """
            Northwatch never writes to the configuration. To use another account give --context NAME, or change \
            "context:" in the file that northwatch config path tells. No token is read or shown.

            EXAMPLES
              northwatch context
              northwatch context show work
              northwatch context list --json | jq -r '.[].name'
            """,
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )

    /// `northwatch context list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Lists the accounts of the configuration; the one marked with * opens unless it is told otherwise.",
            discussion: """
                EXAMPLES
                  northwatch context list
                """
        )

        @ParentCommand var parent: Northwatch
        @OptionGroup var look: Look

        func run() throws {
            let (configuration, chosen) = try look.read(under: parent)
            let contexts = configuration.contexts.map { ContextDescription($0, isDefault: $0.name == chosen) }
            if look.json { return try JSONOutput.put(contexts) }
            if contexts.isEmpty {
                return Line.put(
                    "The configuration has no contexts; northwatch context --help tells more.", on: STDOUT_FILENO)
            }
            let rows = contexts.map(\.cells)
            Printer().putTable(TextTable(["", "NAME", "API", "TEAM", "PROJECT", "TOKEN", ""], rows))
        }
    }

    /// `northwatch context show [NAME]`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows one account of the configuration, or the one that opens unless it is told otherwise.",
            discussion: """
                EXAMPLES
                  northwatch context show
                  northwatch context show work
                """
        )

        @Argument(help: "The name of an account in the configuration.", completion: Completions.contexts)
        var name: String?
        @ParentCommand var parent: Northwatch
        @OptionGroup var look: Look

        func run() throws {
            let (configuration, chosen) = try look.read(under: parent)
            guard let name = name ?? chosen else {
                throw Complaint.usage(
                    "the configuration names no context to open: give one by its name, or set \"context:\"")
            }
            let context = ContextDescription(try configuration.context(name), isDefault: name == chosen)
            if look.json { return try JSONOutput.put(context) }
            for (title, value) in context.facts { Line.put("\(title.padding(to: 10))\(value)", on: STDOUT_FILENO) }
        }
    }

    /// What both take.
    struct Look: ParsableArguments {
        @OptionGroup(title: "Configuration") var options: ConfigurationOptions
        @Flag(help: "As JSON.") var json = false

        /// The configuration, and the context that would be opened.
        func read(under parent: Northwatch) throws(Complaint) -> (Configuration, chosen: String?) {
            let options = options.filled(from: parent.configuration)
            let configuration = try options.configuration(ProcessEnvironment.take())
            if let context = options.context { _ = try configuration.context(context) }
            return (configuration, options.context ?? configuration.defaultContext)
        }
    }
}

/// A context as it is shown: where its token is, and nothing of the token itself.
struct ContextDescription: Encodable, Equatable {
    var name: String
    var isDefault: Bool
    var api: String
    var team: String?
    var project: String?
    var token: String?
    var readOnly: Bool

    init(_ context: Configuration.Context, isDefault: Bool) {
        name = context.name
        self.isDefault = isDefault
        api = (context.apiURL ?? .northflank).description
        team = context.team
        project = context.project?.rawValue
        token = context.token?.words
        readOnly = context.readOnly
    }

    /// A line of the list.
    var cells: [String] {
        [
            isDefault ? "*" : "", name, api, team ?? "", project ?? "", token ?? ProcessEnvironment.tokenName,
            readOnly ? "read-only" : "",
        ]
    }

    /// All of it, a line each.
    var facts: [(String, String)] {
        [
            ("name", name), ("api", api), ("team", team ?? "none: the token's own account"),
            ("project", project ?? "none: all of them"), ("token", "from \(token ?? ProcessEnvironment.tokenName)"),
            ("actions", readOnly ? "off" : "on"),
        ]
    }
}
