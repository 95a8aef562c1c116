internal import ArgumentParser
internal import Northflank
internal import Store

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch history`: the journal of actions.
struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What was started from here, when and by whom, and what became of it.",
        discussion: """
            Reads the journal of the state database, newest first, for all accounts that were opened with it. Needs \
            no token and no network.

            EXAMPLES
              northwatch history
              northwatch history --json | jq '.[] | select(.outcome == "unknown")'
            """
    )

    @ParentCommand var parent: Northwatch
    @OptionGroup(title: "State") var state: StateOptions

    @Flag(help: "As JSON: an array of objects, newest first.")
    var json = false

    @Option(help: ArgumentHelp("How many at most.", valueName: "n"))
    var limit = 100

    func validate() throws {
        guard limit >= 1 else { throw Complaint.usage("--limit \(limit) is not 1 or more") }
        if parent.account.isGiven || parent.configuration.isGiven {
            throw Complaint.usage("the journal is of all accounts: leave out the options before \"history\"")
        }
    }

    func run() throws {
        let entries = try entries()
        if json { return try JSONOutput.put(entries) }
        if entries.isEmpty { return Line.put("Nothing was started from here yet.", on: STDOUT_FILENO) }
        for entry in entries { Line.put(Self.line(entry), on: STDOUT_FILENO) }
    }

    private func entries() throws(Complaint) -> [JournalEntry] {
        let options = parent.state.isGiven ? parent.state : state
        guard let directory = options.directory(ProcessEnvironment.take()) else {
            throw .usage("there is no journal without a state directory: give --state-dir")
        }
        do throws(StoreProblem) {
            return try StateDatabase.open(directory, repairs: false).database.journal(limit: limit)
        } catch {
            throw .unavailable("\(error)")
        }
    }

    /// `2026-11-24 03:32  build of shop/api  accepted as swift-fox-12  by ana@jump-host pid 4711`
    static func line(_ entry: JournalEntry) -> String {
        let place = entry.team.map { " in \($0)" } ?? ""
        let item = entry.item.map { " as \($0)" } ?? ""
        let detail = entry.detail.map { " (\($0))" } ?? ""
        return "\(CivilTime(entry.intendedAt).toTheMinute)  \(entry.title)\(place)  "
            + "\(entry.outcomeWords)\(item)\(detail)  by \(entry.by)"
    }
}
