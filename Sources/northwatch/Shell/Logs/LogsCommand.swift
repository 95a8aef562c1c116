internal import ArgumentParser
internal import Dashboard
internal import Northflank

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `northwatch logs NAME`: a log, line by line, oldest first.
struct LogsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Prints the log of a service, a build, a job's run, an addon, a backup or a restore, and follows it.",
        discussion: """
            Oldest lines first. Without --since it begins with the newest 1,000 of a service or an addon, and with the \
            first of anything that ends; with it, all lines from then on are asked for, 1,000 a request. --grep is \
            done by the API. Escape sequences are left out.

            --follow goes on until it is interrupted, or until what is logged has ended. It spends at most half of \
            what the hour has left, and waits while that is used up.

            EXIT CODES
            \(ShellExit.listing())

            EXAMPLES
              northwatch logs shop/api --since 10m
              northwatch logs shop/api --follow --grep 'status=5..'
              northwatch logs shop/api --build latest --follow
              northwatch logs job:shop/nightly
                  Of its newest run.
              northwatch logs shop/db --backup nightly-12 --json | jq -r .text
            """
    )

    @ParentCommand var parent: Northwatch

    @Argument(
        help: ArgumentHelp("Whose log, as project/name.", valueName: "name"),
        completion: Completions.names(NamedKind.allCases))
    var name: String

    @Option(
        help: ArgumentHelp("Of this build of the service; \"latest\" is the newest.", valueName: "id"),
        completion: Completions.parts([.builds], latest: true))
    var build: String?
    @Option(
        help: ArgumentHelp("Of this run of the job; the newest otherwise.", valueName: "id"),
        completion: Completions.parts([.runs]))
    var run: String?
    @Option(
        help: ArgumentHelp("Of this backup of the addon; \"latest\" is the newest.", valueName: "id"),
        completion: Completions.parts([.backups], latest: true))
    var backup: String?

    @Option(
        help: ArgumentHelp("Of this restore of the addon; \"latest\" is the newest.", valueName: "id"),
        completion: Completions.parts([.restores], latest: true))
    var restore: String?

    @Flag(name: .shortAndLong, help: "Go on as more is logged.")
    var follow = false
    @Option(
        help: ArgumentHelp("From so long ago on: 90s, 10m, 2h, 1d.", valueName: "time"), transform: Seconds.named)
    var since: Seconds?
    @Option(help: ArgumentHelp("Only lines that match this regular expression.", valueName: "re"))
    var grep: String?
    @Option(
        help: ArgumentHelp("Of this container alone.", valueName: "name"),
        completion: Completions.parts([.containers]))
    var container: String?
    @Flag(name: .shortAndLong, help: "Begin each line with its time, in UTC, and its container.")
    var timestamps = false
    @Flag(help: "An object a line, with at, container, level and text.")
    var json = false

    @OptionGroup var options: ShellOptions

    func validate() throws {
        guard [build, run, backup, restore].compactMap(\.self).count <= 1 else {
            throw Complaint.usage("give only one of --build, --run, --backup and --restore")
        }
        if json, timestamps { throw Complaint.usage("--json has the times already: leave out --timestamps") }
    }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        let logged = try await LoggedFinder(account: account).find(
            name, build: build, run: run, backup: backup, restore: restore)
        let printing = LogPrinting(account: account, logged: logged, filter: filter, container: container) {
            entry throws(Complaint) in
            try put(entry)
        }
        return try await printing.run(since: since.map { Date(timeIntervalSinceNow: -$0.value) }, follows: follow)
    }

    /// A text without anything that a regular expression reads otherwise is looked for as it is.
    private var filter: LogQuery.Filter? {
        grep.map { text in
            text.contains { #"\.[]{}()*+?|^$"#.contains($0) } ? .matches(text) : .includes(text)
        }
    }

    private func put(_ entry: LogEntry) throws(Complaint) {
        if json { return try JSONOutput.put(LogRecord(entry), isOneLine: true) }
        let time = timestamps ? "\(entry.at.map { CivilTime($0).iso } ?? "-") \(entry.container) " : ""
        Line.putPrepared(time + entry.text, on: STDOUT_FILENO)
    }
}

/// A line of a log in JSON.
struct LogRecord: Encodable {
    var at: String?
    var container: String?
    var level: String
    var text: String

    init(_ entry: LogEntry) {
        at = entry.at.map { CivilTime($0).iso }
        container = entry.container.isEmpty ? nil : entry.container
        level = "\(entry.level)"
        text = entry.text
    }
}
