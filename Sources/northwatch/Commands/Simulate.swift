internal import ArgumentParser
internal import Northflank
internal import NorthflankSimulator
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch simulate`: the simulator alone, for people who test their own clients of the API.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A simulated Northflank API to test clients against.",
        discussion: """
            Serves a made-up account at http://127.0.0.1:PORT/v1 until it is interrupted. Prints that URL, alone on a \
            line, when it is ready. It follows the API's contract, its errors and its hourly limit included, and can \
            be made slow and unreliable. What it serves is described at /v1/swagger-json and, for people, at \
            /v1/swagger-html.

            SCENARIOS
            \(ScenarioOptions.listing)

            EXAMPLES
              northwatch simulate --port 8080 --scenario incident
              curl -H 'Authorization: Bearer any' http://127.0.0.1:8080/v1/projects
              northwatch simulate --scenario shop.yaml --record requests.jsonl --control
              curl -X POST http://127.0.0.1:8080/_simulator/advance -d '{"seconds": 600}'
                  An account of your own, every request on file, and ten minutes gone by at once.
              northwatch simulate --port 0 --limit 20 --latency 300 --fault-rate 0.1
                  Any free port; what a client does when things go wrong.
            """
    )

    @ParentCommand var parent: Northwatch

    @Option(help: ArgumentHelp("The port to listen on; 0 takes any that is free.", valueName: "n"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "The bearer token to ask for; any is let in without this.",
            discussion: "It guards nothing but made-up things: don't use a real one.",
            valueName: "t"))
    var token: String?

    @OptionGroup var scenario: ScenarioOptions

    @Option(help: ArgumentHelp("Requests an hour.", valueName: "n"))
    var limit = 1000

    @Option(help: ArgumentHelp("How long each answer takes at least, in milliseconds.", valueName: "ms"))
    var latency = 0

    @Option(help: ArgumentHelp("Which share of the requests goes wrong, from 0 to 1.", valueName: "p"))
    var faultRate = 0.0

    @Option(
        help: ArgumentHelp(
            "A permission that the token's role lacks, as the API names it; may be given more than once.",
            valueName: "permission"))
    var deny: [String] = []

    @Option(
        help: ArgumentHelp("Adds each request, but for its token, to this file as a line of JSON.", valueName: "file"),
        completion: .file())
    var record: String?

    @Flag(help: "Serves POST /_simulator/advance, fault, spend and reset, for tests.")
    var control = false

    func validate() throws {
        try scenario.check()
        guard (0...65535).contains(port) else { throw Complaint.usage("--port \(port) is not from 0 to 65535") }
        guard limit >= 1 else { throw Complaint.usage("--limit \(limit) is not 1 or more") }
        guard latency >= 0 else { throw Complaint.usage("--latency \(latency) is not 0 or more") }
        guard (0...1).contains(faultRate) else { throw Complaint.usage("--fault-rate \(faultRate) is not from 0 to 1") }
        if let unknown = deny.first(where: { !Self.permissions.contains($0) }) {
            let guess = nearest(to: unknown, in: Self.permissions.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Complaint.usage("--deny: the API has no permission \"\(unknown)\"\(guess)")
        }
        if let token, token.isEmpty { throw Complaint.usage("--token is empty") }
        if parent.account.isGiven || parent.state.isGiven || parent.configuration.isGiven || parent.appearance.isGiven {
            throw Complaint.usage("the simulator has no dashboard: leave out the options before \"simulate\"")
        }
    }

    /// All that the simulated operations ask for.
    private static let permissions = Set(APIOperation.allCases.compactMap(\.permission))

    func run() throws {
        let file = try record.map { path throws(Complaint) in try RecordFile(path) }
        let simulator = try scenario.simulator { configuration in
            configuration.port = port
            configuration.token = token
            configuration.rateLimit = limit
            configuration.latency = .milliseconds(latency)
            configuration.faultRate = faultRate
            configuration.permissions = deny.isEmpty ? nil : Self.permissions.subtracting(deny)
            configuration.control = control
            if let file { configuration.onRequest = { file.add($0.json) } }
        }
        try Foreground.serve(simulator) { url in Line.put(url.absoluteString, on: STDOUT_FILENO) }
    }
}
