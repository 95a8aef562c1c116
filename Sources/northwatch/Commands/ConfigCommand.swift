internal import ArgumentParser

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch config`: whether the configuration is right, and where it is.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Checks the configuration file, and tells where it is looked for.",
        discussion: """
            Northwatch reads the file when it starts, and never writes to it.

            EXAMPLES
              northwatch config path
              northwatch config check
              northwatch config check mine.yaml
            """,
        subcommands: [Check.self, Path.self]
    )

    /// `northwatch config check [FILE]`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads the configuration file and tells its first mistake, with its line.",
            discussion: """
                A mistake ends it with exit code 64. No token is read.

                EXAMPLES
                  northwatch config check
                  northwatch config check mine.yaml
                """
        )

        @ParentCommand var parent: Northwatch
        @Argument(help: "A configuration file; the one that Northwatch would read otherwise.", completion: .file())
        var file: String?

        func run() throws {
            let environment = ProcessEnvironment.take()
            let named = file ?? parent.configuration.config
            let path = try named ?? ConfigCommand.usualPath(environment)
            let isThere = try ConfigurationOptions.read(path, environment, mayBeMissing: named == nil) != nil
            Line.put("\(path): \(isThere ? "fine" : "not there, and needn't be")", on: STDOUT_FILENO)
        }
    }

    /// `northwatch config path`
    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells where the configuration file is looked for.",
            discussion: """
                EXAMPLES
                  northwatch config path
                """
        )

        @ParentCommand var parent: Northwatch

        func run() throws {
            let path = try parent.configuration.config ?? ConfigCommand.usualPath(ProcessEnvironment.take())
            Line.put(path, on: STDOUT_FILENO)
        }
    }

    private static func usualPath(_ environment: [String: String]) throws(Complaint) -> String {
        guard let path = ConfigurationOptions.usualPath(environment) else {
            throw .usage("there is no home directory to look for a configuration in: set HOME or XDG_CONFIG_HOME")
        }
        return path
    }
}
