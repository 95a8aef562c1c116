import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server that does exactly what a test tells it to, byte by byte, broken answers included. It speaks just enough
/// HTTP/1.1 to know where a request ends.
final class ScriptedServer: Sendable {
    struct Request: Sendable, Equatable {
        var method: String
        /// With its query.
        var path: String
        var headers: [String: String]
        var body: String
        /// All of it, as it came.
        var bytes: String
        /// Which connection it came on, from 1.
        var connection: Int
    }

    enum Step: Sendable {
        case send(String)
        case wait(Duration)
        /// An orderly end.
        case close
        /// A TCP reset.
        case reset
    }

    /// Steps to take for the n-th request, counted from 1 across all connections.
    typealias Script = @Sendable (_ request: Request, _ number: Int) -> [Step]

    private struct Seen {
        var requests: [Request] = []
        var connections = 0
    }

    let port: Int
    private let listener: any Channel
    private let seen: Log

    fileprivate final class Log: Sendable {
        private let seen = Mutex(Seen())

        var requests: [Request] { seen.withLock { $0.requests } }
        var connections: Int { seen.withLock { $0.connections } }

        func connected() -> Int {
            seen.withLock {
                $0.connections += 1
                return $0.connections
            }
        }

        func add(_ request: Request) -> Int {
            seen.withLock {
                $0.requests.append(request)
                return $0.requests.count
            }
        }
    }

    private init(port: Int, listener: any Channel, seen: Log) {
        self.port = port
        self.listener = listener
        self.seen = seen
    }

    /// `atConnect` are taken before anything is read; when they end the connection, nothing ever is.
    static func start(
        tls: NIOSSLContext? = nil, atConnect: [Step] = [], _ script: @escaping Script
    ) async throws -> ScriptedServer {
        let seen = Log()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    let number = seen.connected()
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(number: number, seen: seen, atConnect: atConnect, script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedServer(port: listener.localAddress?.port ?? 0, listener: listener, seen: seen)
    }

    /// In the order they were complete.
    var requests: [Request] { seen.requests }
    var connections: Int { seen.connections }

    func stop() async { try? await listener.close().get() }
}

private final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let number: Int
    private let seen: ScriptedServer.Log
    private let atConnect: [ScriptedServer.Step]
    private let script: ScriptedServer.Script
    private var received: [UInt8] = []

    init(
        number: Int, seen: ScriptedServer.Log, atConnect: [ScriptedServer.Step], script: @escaping ScriptedServer.Script
    ) {
        self.number = number
        self.seen = seen
        self.atConnect = atConnect
        self.script = script
    }

    func channelActive(context: ChannelHandlerContext) { take(atConnect[...], context.channel) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += Array(buffer: unwrapInboundIn(data))
        while let request = nextRequest() {
            take(script(request, seen.add(request))[...], context.channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func nextRequest() -> ScriptedServer.Request? {
        let text = String(decoding: received, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        var lines = text[..<end.lowerBound].split(separator: "\r\n")
        let first = lines.removeFirst().split(separator: " ")
        var headers: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        let body = text[end.upperBound...]
        guard body.utf8.count >= length, first.count == 3 else { return nil }
        let total = text[..<end.upperBound].utf8.count + length
        defer { received.removeFirst(total) }
        return ScriptedServer.Request(
            method: String(first[0]), path: String(first[1]), headers: headers,
            body: String(decoding: Array(body.utf8.prefix(length)), as: UTF8.self),
            bytes: String(decoding: received.prefix(total), as: UTF8.self), connection: number)
    }

    private func take(_ steps: ArraySlice<ScriptedServer.Step>, _ channel: any Channel) {
        var steps = steps
        guard let step = steps.popFirst() else { return }
        switch step {
        case .send(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
        case .close: channel.close(promise: nil)
        case .reset:
            // With no time to linger, closing sends RST instead of FIN.
            let isSet = (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            isSet?.whenComplete { _ in channel.close(promise: nil) }
        case .wait(let time):
            let rest = steps
            let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
            channel.eventLoop.scheduleTask(in: TimeAmount(time)) { bound.value.take(rest, channel) }
            return
        }
        take(steps, channel)
    }
}
