internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import Northflank
internal import Synchronization

/// One HTTP exchange at a time over AsyncHTTPClient: no retry, no redirect, three timeouts, a limit on the answer.
struct Transport: Sendable {
    struct Request: Sendable {
        var method: RequestMethod
        var url: String
        var headers: [(String, String)]
        var body: [UInt8]?
    }

    struct Head: Sendable {
        var status: Int
        var headers: HTTPHeaders
    }

    struct Received: Sendable {
        var head: Head
        /// A failure where the head came and the body didn't.
        var body: Result<ByteBuffer, TransportFailure>

        var isWhole: Bool { if case .success = body { true } else { false } }
    }

    private let http: HTTPClient
    private let timeouts: ClientTimeouts
    private let bodyLimit: Int
    private let host: String

    init(_ configuration: ClientConfiguration, trust: TLSConfiguration? = nil) {
        var settings = HTTPClient.Configuration(
            tlsConfiguration: trust,
            // A redirect would hand the token to another host.
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: TimeAmount(configuration.timeouts.connect), read: TimeAmount(configuration.timeouts.readIdle)))
        // Otherwise a connection that is refused is tried again and again until the connect timeout.
        settings.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: settings)
        timeouts = configuration.timeouts
        bodyLimit = configuration.bodyLimit
        host = configuration.baseURL.host
    }

    /// `onHead` is called once the answer's head is there, if it ever is.
    func exchange(
        _ request: Request, onHead: @escaping @Sendable (Head) -> Void
    ) async -> Result<Received, TransportFailure> {
        let sent = request.body.map { _ in SentMark() }
        return await withTaskGroup(of: Event.self) { group in
            group.addTask { .ended(await run(request, sent: sent, onHead: onHead)) }
            group.addTask { [timeouts] in
                do { try await Task.sleep(for: timeouts.total) } catch { return .woken }
                return .timedOut
            }
            defer { group.cancelAll() }
            var isTooLate = false
            for await event in group {
                switch event {
                case .ended(.success(let received)) where received.isWhole || !isTooLate: return .success(received)
                case .ended(.success): return .failure(TransportFailure(.timeout, mayHaveArrived: true))
                case .ended(.failure) where isTooLate:
                    return .failure(TransportFailure(.timeout, mayHaveArrived: sent?.isSet ?? true))
                case .ended(.failure(let failure)): return .failure(failure)
                case .timedOut:
                    // Only when it has ended is it sure whether the body has left.
                    isTooLate = true
                    group.cancelAll()
                case .woken: continue
                }
            }
            return .failure(TransportFailure(error: .cancelled, mayHaveArrived: sent?.isSet ?? true))
        }
    }

    private enum Event: Sendable {
        case ended(Result<Received, TransportFailure>)
        case timedOut
        /// The timer was cancelled, and so will be the exchange.
        case woken
    }

    private func run(
        _ request: Request, sent: SentMark?, onHead: @Sendable (Head) -> Void
    ) async -> Result<Received, TransportFailure> {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        outgoing.headers = HTTPHeaders(request.headers)
        if let body = request.body, let sent {
            outgoing.body = .stream(
                MarkedBody(bytes: ByteBuffer(bytes: body), mark: sent), length: .known(Int64(body.count)))
        }
        do {
            // The deadline only guards the way to the head; the whole exchange has its own timer.
            let response = try await http.execute(outgoing, deadline: .now() + TimeAmount(timeouts.total))
            let head = Head(status: Int(response.status.code), headers: response.headers)
            onHead(head)
            return .success(Received(head: head, body: await collect(response.body)))
        } catch {
            return .failure(TransportFailure(explaining: error, host: host, sent: sent?.isSet))
        }
    }

    private func collect(_ body: HTTPClientResponse.Body) async -> Result<ByteBuffer, TransportFailure> {
        do {
            return .success(try await body.collect(upTo: bodyLimit))
        } catch is NIOTooManyBytesError {
            return .failure(TransportFailure(error: .tooLarge(limit: bodyLimit), mayHaveArrived: true))
        } catch {
            return .failure(TransportFailure(explaining: error, host: host, sent: true))
        }
    }

    /// Ends all exchanges and connections. Returns when that is done, at the latest after `limit`: a TLS connection
    /// would wait seconds for the other side's goodbye.
    func shutdown(limit: Duration) async {
        await withCheckedContinuation { continuation in
            let once = Once(continuation)
            http.shutdown { _ in once.resume() }
            _ = http.eventLoopGroup.any().scheduleTask(in: TimeAmount(limit)) { once.resume() }
        }
    }

    /// For a client that is let go of. Calling it after `shutdown` does nothing.
    func abandon() { http.shutdown { _ in } }
}

/// Whether the request's body was asked for: before, no server can act on it, since a part is missing.
final class SentMark: Sendable {
    private let flag = Atomic(false)
    var isSet: Bool { flag.load(ordering: .acquiring) }
    func set() { flag.store(true, ordering: .releasing) }
}

/// The body in one piece, which tells when it leaves.
private struct MarkedBody: AsyncSequence, Sendable {
    let bytes: ByteBuffer
    let mark: SentMark

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ByteBuffer?
        let mark: SentMark

        mutating func next() async -> ByteBuffer? {
            mark.set()
            return rest.take()
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes, mark: mark) }
}

/// A continuation that two may race to resume.
private final class Once: Sendable {
    private let continuation: Mutex<CheckedContinuation<Void, Never>?>
    init(_ continuation: CheckedContinuation<Void, Never>) { self.continuation = Mutex(continuation) }
    func resume() { continuation.withLock { $0.take() }?.resume() }
}
