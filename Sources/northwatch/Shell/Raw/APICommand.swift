internal import ArgumentParser
internal import Northflank
internal import NorthflankAPI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch api METHOD PATH`: one request in the user's own words.
struct APICommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Sends one request of your own wording to the API, and prints its answer.",
        discussion: """
            The path is relative to /v1 of the account's API and leads to no other host; projects/… is the team's \
            where --team is given. The request is sent once, never again: where its answer is lost, that is said. A \
            GET leaves the reserve for actions alone. Standard error tells how many requests are left.

            A terminal gets the answer set out in lines, anything else gets it as the API wrote it, but for what a \
            terminal would obey.

            EXAMPLES
              northwatch api GET projects
              northwatch api get projects/shop/services --query per_page=5 | jq .data
              northwatch api POST projects/shop/services/api/restart
              northwatch api POST projects/shop/services/api/scale -d '{"instances": 2}'
              jq -n '{name: "shop"}' | northwatch api POST projects -d -
            """
    )

    @ParentCommand var parent: Northwatch

    @Argument(help: ArgumentHelp("GET, POST, PUT, PATCH or DELETE.", valueName: "method"))
    var method: RequestMethod

    @Argument(
        help: ArgumentHelp("Such as projects/shop/services.", valueName: "path"), completion: Completions.paths)
    var path: String

    @Option(
        name: [.customShort("d"), .customLong("data")],
        help: ArgumentHelp(
            "The body, in JSON: as it is, of a file (@FILE), or of standard input (-).", valueName: "body"))
    var data: String?

    @Option(
        name: .customLong("query"),
        help: ArgumentHelp("Something for the query; may be given more than once.", valueName: "name=value"))
    var query: [String] = []

    @OptionGroup var options: ShellOptions

    func validate() throws {
        _ = try request(body: nil)
        if method == .get, data != nil { throw Complaint.usage("a GET has no body: leave out --data") }
    }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        let what = "\(method.rawValue) \(path)"
        let request = try request(body: try data.map { text throws(Complaint) in try GivenText(text).bytes() })
        if method != .get { try account.checkMayAct() }
        if method == .get, let limit = account.spending.limit { throw Complaint(limit, what) }
        let answer: RawAnswer
        do throws(APIError) {
            answer = try await account.client.send(request)
        } catch {
            throw Self.lost(error, what, method)
        }
        RawOutput.put(answer.body)
        Line.note(account.spending.words)
        guard let error = answer.error else { return .well }
        throw Complaint(error, what)
    }

    private func request(body: [UInt8]?) throws(Complaint) -> RawRequest {
        var items: [QueryItem] = []
        for text in query {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, parts[0] != "" else { throw .usage("--query \(text) is not name=value") }
            items.append(QueryItem(parts[0], parts[1]))
        }
        do throws(RawRequest.Invalid) {
            return try RawRequest(method, path, query: items, body: body)
        } catch {
            throw .usage("\(error)")
        }
    }

    /// Nothing is sent a second time, so whoever asked must know where it may have arrived.
    static func lost(_ error: APIError, _ what: String, _ method: RequestMethod) -> Complaint {
        guard method != .get else { return Complaint(error, what) }
        let mayHaveArrived =
            switch error {
            case .unreachable(_, let mayHaveArrived): mayHaveArrived
            default: true
            }
        let outcome =
            mayHaveArrived
            ? "it may have been carried out all the same: look before you send it again" : "nothing was sent"
        return Complaint(.unreachable, "\(what): \(error); \(outcome)")
    }
}
