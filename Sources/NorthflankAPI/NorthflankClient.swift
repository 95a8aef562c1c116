internal import NIOCore
internal import NIOSSL
public import Northflank
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Asks the Northflank API. Every call is one HTTP request, sent once: nothing is tried again but reads, where the
/// client is told to, and no redirect is followed. Cancelling the task ends the call at once with `APIError.cancelled`.
///
/// Call `shutdown()` when done; a client that is only let go of closes its connections in its own time.
public final class NorthflankClient: Sendable {
    public let configuration: ClientConfiguration
    let token: @Sendable () -> APIToken
    private let observer: ClientObserver
    private let retries: ReadRetries
    private let transport: Transport
    let clock: ClientClock
    /// How far the server's clock is ahead of ours, by the last answer with a `Date`.
    private let serverLead = Mutex<TimeInterval?>(nil)

    /// `token` is asked for every request, so that a new token can take the place of an expired one.
    public convenience init(
        _ configuration: ClientConfiguration, token: @escaping @Sendable () -> APIToken,
        observer: ClientObserver = ClientObserver(), retries: ReadRetries = .none
    ) {
        self.init(configuration, token: token, observer: observer, retries: retries, clock: .system)
    }

    init(
        _ configuration: ClientConfiguration, token: @escaping @Sendable () -> APIToken,
        observer: ClientObserver = ClientObserver(), retries: ReadRetries = .none, clock: ClientClock,
        trust: TLSConfiguration? = nil
    ) {
        self.configuration = configuration
        self.token = token
        self.observer = observer
        self.retries = retries
        self.clock = clock
        transport = Transport(configuration, trust: trust)
    }

    deinit { transport.abandon() }

    /// One question, one answer.
    public func send<Response>(_ endpoint: Endpoint<Response>) async throws(APIError) -> Answer<Response> {
        var pauses = endpoint.operation.method == .get ? retries.pauses[...] : []
        while true {
            switch await attempt(endpoint) {
            case .success(let answer): return answer
            case .failure(let failure):
                guard failure.error.maySoonPass, let pause = pauses.popFirst(), retries.mayAsk(failure.error, pause)
                else {
                    throw failure.error
                }
                do { try await clock.sleep(pause) } catch { throw .cancelled }
            }
        }
    }

    /// Ends all requests under way, which throw `APIError.cancelled`, and returns within 150 ms.
    public func shutdown() async { await transport.shutdown(limit: .milliseconds(150)) }

    /// The server's time now, as far as its answers have told.
    var serverNow: Date? {
        clockLead.map { clock.now().addingTimeInterval($0) }
    }

    /// How many seconds the server's clock is ahead of this host's, by the last answer that told; it tells whole
    /// seconds.
    public var clockLead: Double? { serverLead.withLock(\.self) }
}

/// What `send` knows of a failure, and an action needs: whether the request may have done something all the same.
struct SendFailure: Error, Hashable {
    var error: APIError
    var leavesDoubt: Bool
    /// The API said yes in a way that can't be read.
    var accepted = false
}

extension NorthflankClient {
    func attempt<Response>(_ endpoint: Endpoint<Response>) async -> Result<Answer<Response>, SendFailure> {
        if let problem = endpoint.problem {
            return .failure(SendFailure(error: .invalid(problem), leavesDoubt: false))
        }
        guard !Task.isCancelled else { return .failure(SendFailure(error: .cancelled, leavesDoubt: false)) }
        let token = token()
        switch await exchange(request(endpoint, token: token), as: endpoint.operation.id) {
        case .failure(let failure):
            return .failure(
                SendFailure(
                    error: failure.apiError(status: 0, path: shownPath(of: endpoint)),
                    leavesDoubt: failure.mayHaveArrived))
        case .success(let received):
            let reading = Reading(endpoint: endpoint, path: shownPath(of: endpoint), token: token)
            return reading.read(received)
        }
    }

    /// One exchange, with whoever looks on told of it.
    func exchange(
        _ request: Transport.Request, as operation: String
    ) async -> Result<Transport.Received, TransportFailure> {
        observer.onRequest(operation)
        return await transport.exchange(request) { [self] head in
            noteClock(head)
            observer.onAnswer(
                AnswerRecord(operation: operation, status: head.status, rateLimit: head.headers.rateLimit))
        }
    }

    /// As errors name it: with the base URL's path, without its host.
    func shownPath<Response>(of endpoint: Endpoint<Response>) -> String {
        configuration.baseURL.path + path(of: endpoint)
    }

    /// Relative to the base URL, with its leading slash. An account's operation is a team's under the team's path.
    private func path<Response>(of endpoint: Endpoint<Response>) -> String {
        let path = endpoint.path.filled ?? endpoint.path.template
        guard !endpoint.operation.isPlatforms, let team = configuration.team else { return "/\(path)" }
        return "/teams/\(percentEncoded(team))/\(path)"
    }

    private func request<Response>(_ endpoint: Endpoint<Response>, token: APIToken) -> Transport.Request {
        let query = endpoint.query.map(\.encoded).joined(separator: "&")
        return outgoing(
            endpoint.operation.method, path(of: endpoint) + (query.isEmpty ? "" : "?\(query)"),
            body: endpoint.body.map(encoded), token: token)
    }

    /// - Parameter path: relative to the base URL, with its leading slash and its query.
    func outgoing(_ method: RequestMethod, _ path: String, body: [UInt8]?, token: APIToken) -> Transport.Request {
        Transport.Request(
            method: method,
            url: configuration.baseURL.text + path,
            headers: [
                ("Authorization", token.authorization),
                ("Content-Type", "application/json"),
                ("Accept", "application/json"),
                ("User-Agent", "northwatch/\(configuration.version)"),
            ],
            body: body
        )
    }

    /// A `JSONValue` of our own making always encodes: it holds no number that JSON can't say.
    private func encoded(_ body: JSONValue) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(body)).map(Array.init) ?? []
    }

    private func noteClock(_ head: Transport.Head) {
        guard let theirs = head.headers.date else { return }
        let lead = theirs.timeIntervalSince(clock.now())
        serverLead.withLock { $0 = lead }
    }
}

/// Time as actions need it: to tell what is new, and to wait between looks.
struct ClientClock: Sendable {
    var now: @Sendable () -> Date
    /// Throws when the task is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void

    static let system = ClientClock(now: { Date() }, sleep: { try await Task.sleep(for: $0) })
}
