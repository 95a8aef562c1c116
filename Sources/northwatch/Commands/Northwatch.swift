internal import ArgumentParser

/// `northwatch`: the dashboard on a real account.
struct Northwatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "northwatch",
        abstract: "A live dashboard of a Northflank account, in the terminal.",
        discussion: """
            Shows projects, services, builds, job runs and addon backups as they change, and starts builds, runs and \
            backups by a key. Nothing in the account changes without a capital letter and a "yes".

            The token comes from NORTHFLANK_API_TOKEN or from a file that only you can read, never from an argument, \
            where other users of the machine could see it.

            EXAMPLES
              northwatch demo
                  A look at it without an account.
              NORTHFLANK_API_TOKEN=... northwatch
                  The account that the token belongs to.
              northwatch --token-file ~/.config/northflank/token --team acme --read-only
                  A team's account, to look only.
              northwatch --context work
                  The account of that name in the configuration file.

            Press ? in the dashboard for its keys.
            """,
        version: northwatchVersion,
        subcommands: [
            StatusCommand.self, GetCommand.self, LogsCommand.self, BuildCommand.self, RunCommand.self,
            BackupCommand.self, DeployCommand.self, RestartCommand.self, AbortCommand.self, RestoreCommand.self,
            PauseCommand.self, ResumeCommand.self, ScaleCommand.self, CreateCommand.self, APICommand.self,
            ContextCommand.self, DoctorCommand.self, History.self, Demo.self, Simulate.self, ThemesCommand.self,
            ConfigCommand.self, ManCommand.self,
        ]
    )

    @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "State") var state: StateOptions
    @OptionGroup(title: "Appearance") var appearance: AppearanceOptions

    func run() throws {
        let environment = ProcessEnvironment.take()
        let configuration = try configuration.configuration(environment)
        ProcessEnvironment.hide(configuration.tokenVariables)
        let accounts = Accounts(options: account, environment: environment, configuration: configuration)
        let launch = try appearance.launch(environment, configuration)
        try launch.open(try accounts.first(self.configuration.context), of: accounts) {
            state.memory(of: $0, environment)
        }
    }
}

/// Which account, how to get at it, and where to begin.
struct AccountOptions: ParsableArguments {
    @OptionGroup var access: AccessOptions

    @Option(help: ArgumentHelp("Open on this project.", valueName: "id"), completion: Completions.projects)
    var project: String?

    /// Whether any of them was given.
    var isGiven: Bool { access.isGiven || project != nil }
}

/// Which account, and how to get at it.
struct AccessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with the API token.",
            discussion: "Refused when anybody but its owner can read it. Goes before NORTHFLANK_API_TOKEN.",
            valueName: "file"),
        completion: .file())
    var tokenFile: String?

    @Option(
        name: .customLong("api-url"),
        help: ArgumentHelp(
            "Where the API is.",
            discussion: """
                Or NORTHFLANK_API_URL; https://api.northflank.com/v1 otherwise. Plain http is for loopback hosts only.
                """,
            valueName: "url"))
    var apiURL: String?

    @Option(help: ArgumentHelp("The account of this team.", valueName: "id"))
    var team: String?

    @Flag(
        help: ArgumentHelp(
            "Switch every action off.",
            discussion: "Even a token with read permissions can start job runs; with this, Northwatch can't."))
    var readOnly = false

    /// Whether any of them was given.
    var isGiven: Bool { tokenFile != nil || apiURL != nil || team != nil || readOnly }
}

/// How the dashboard looks.
struct AppearanceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The colours: a theme's name, or a YAML file.",
            discussion: "NO_COLOR switches colours off whatever the theme.",
            valueName: "name|file"),
        completion: .list(Themes.names))
    var theme: String?

    @Flag(help: "Don't ring when what is waited for has come.")
    var quiet = false

    /// Whether any of them was given.
    var isGiven: Bool { theme != nil || quiet }

    static let standardTheme = "default"
}
