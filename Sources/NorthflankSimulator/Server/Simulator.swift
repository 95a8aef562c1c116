import Hummingbird
import Logging
import NIOCore
import Northflank
import ServiceLifecycle
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A Northflank account in a box: a world that lives, behind an HTTP server that follows the API's contract.
public final class Simulator: Sendable {
    public let configuration: SimulatorConfiguration
    public let clock: SimulatedClock
    private let world: Mutex<World>
    private let atStart: World
    private let limiter: RateLimiter
    private let faults: FaultSource
    private let log: RequestLog

    /// Makes the account. Nothing is served yet.
    public init(_ configuration: SimulatorConfiguration) throws(SimulatorError) {
        let clock = configuration.clock ?? .running(speed: configuration.speed)
        self.configuration = configuration
        self.clock = clock
        let world: World
        if let account = configuration.account {
            world = try account.world(seed: configuration.seed, start: clock.start)
        } else {
            world = try Scenario(named: configuration.scenario).world(seed: configuration.seed, start: clock.start)
        }
        self.world = Mutex(world)
        atStart = world
        log = RequestLog(onRequest: configuration.onRequest)
        limiter = RateLimiter(limit: configuration.rateLimit, clock: clock)
        faults = FaultSource(rate: configuration.faultRate, seed: configuration.seed)
    }

    /// Serves until the task is cancelled. `onReady` gets the base of all paths, such as `http://127.0.0.1:8080/v1`,
    /// once requests are taken. Throws a `SimulatorError` where the address can't be listened on.
    public func run(onReady: @escaping @Sendable (URL) -> Void = { _ in }) async throws {
        let host = configuration.host
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname(host, port: configuration.port)),
            onServerRunning: { channel in
                let name = host.contains(":") ? "[\(host)]" : host
                let port = channel.localAddress?.port ?? 0
                if let url = URL(string: "http://\(name):\(port)/v1") { onReady(url) }
            },
            logger: Self.silence)
        do {
            try await serve(application)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw SimulatorError.portInUse(host: host, port: configuration.port)
        } catch let error as IOError {
            throw SimulatorError.cannotListen(host: host, port: configuration.port, reason: "\(error)")
        }
    }

    /// The screen belongs to whoever embeds this.
    private static let silence = Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() }

    /// How long requests under way may take to end once the task is cancelled.
    private static let patience = Duration.milliseconds(120)

    /// Serves until the task is cancelled. The server then closes its door before anything else: cancelled at once,
    /// it would drop connections that it has just taken in, and NIO traps where such a one was never handled.
    private func serve(_ application: some ApplicationProtocol) async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: application)], logger: Self.silence))
        let server = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await server.value
        } onCancel: {
            Task {
                await group.triggerGracefulShutdown()
                try? await Task.sleep(for: Self.patience)
                server.cancel()
            }
        }
    }

    /// The latest requests, oldest first.
    public var requests: [RequestRecord] {
        get async { log.all }
    }

    /// Moves the account on, all at once. Meant for a manual clock; one that runs is put forward.
    public func advance(by step: Duration) async {
        clock.advance(by: step)
        let now = clock.now
        world.withLock { $0.advance(to: now) }
    }

    /// Makes the next requests that fit go wrong.
    public func script(_ fault: ScriptedFault) async { faults.script(fault) }

    /// Makes the account what it was at the start, gives back the hour's requests, and forgets scripted faults. Time goes
    /// on: what would have happened since then happens at once.
    public func reset() async {
        world.withLock { $0 = atStart }
        limiter.reset()
        faults.reset()
    }

    /// Uses up so many of the hour's requests, as another client of the account would.
    public func spend(_ requests: Int) async { _ = limiter.spend(requests) }

    /// Deletes a project with all that is in it, as another user of the account would.
    public func delete(project id: String) async { world.withLock { $0.delete(.init(id)) } }

    func answer(_ route: Route, _ call: Call) throws(Refusal) -> Response {
        if let permission = route.operation.permission, configuration.permissions?.contains(permission) == false {
            throw Refusal(status: 403, message: "The API token's role lacks the permission \(permission)")
        }
        try call.check(against: route.operation.body)
        var call = call
        call.clock = clock
        let now = clock.now
        let result = world.withLock { [call] world -> Result<JSON, Refusal> in
            world.advance(to: now)
            do throws(Refusal) {
                return .success(try route.answer(&world, call))
            } catch {
                return .failure(error)
            }
        }
        return Response(try result.get(), times: clock.clientTime)
    }

    private var router: Router<SimulatorContext> {
        let router = Router(context: SimulatorContext.self)
        // What comes before the middleware asks for no token and costs no request.
        router.serveDocumentation(of: Route.all)
        if configuration.control { router.serveControl(of: self) }
        router.add(middleware: Recording(log: log, faults: faults, clock: clock))
        router.add(middleware: NetworkFaults(latency: configuration.latency))
        router.add(middleware: RateLimitHeaders(limiter: limiter))
        router.add(middleware: Envelopes())
        router.add(middleware: Authentication(token: configuration.token))
        router.add(middleware: Spending(limiter: limiter))
        router.add(middleware: ServerFaults())
        router.serve(Route.all, on: self)
        return router
    }
}
