internal import ArgumentParser

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What ArgumentParser knows of the command line, as it tells it (`--experimental-dump-help`).
struct ToolDescription: Decodable {
    var command: CommandDescription

    struct CommandDescription: Decodable {
        var commandName: String
        var superCommands: [String]?
        var abstract: String?
        var discussion: String?
        var arguments: [ArgumentDescription]?
        var subcommands: [CommandDescription]?

        /// `northwatch get`
        var path: [String] { (superCommands ?? []) + [commandName] }
        /// The name of its manual page: `northwatch-get`
        var page: String { path.joined(separator: "-") }
    }

    struct ArgumentDescription: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable {
            enum Kind: String, Decodable { case long, short, longWithSingleDash }
            var kind: Kind
            var name: String
        }

        var kind: Kind
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var discussion: String?
        var sectionTitle: String?
        var allValues: [String]?
    }

    /// Of this program.
    static func northwatch() throws(Complaint) -> ToolDescription {
        do {
            _ = try Northwatch.parseAsRoot(["--experimental-dump-help"])
        } catch {
            if let tool = try? JSONDecoder().decode(Self.self, from: Data(Northwatch.fullMessage(for: error).utf8)) {
                return tool
            }
        }
        throw .unavailable("the command line can't be described")
    }
}
