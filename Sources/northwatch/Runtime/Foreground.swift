internal import ArgumentParser
internal import NorthflankSimulator
internal import Synchronization

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

/// What a command without a screen does while the main thread waits for it, and for signals.
enum Foreground {
    /// Those that ask for an end.
    private static let endings = [SIGINT, SIGTERM, SIGHUP]
    /// By which a task tells the main thread that it has ended; by itself nobody sends this one.
    private static let done = SIGUSR2

    /// Keeps signals for the main thread, which waits for them. Call it before other threads run: they leave to it
    /// what was kept when they were made.
    @discardableResult
    static func holdSignals() -> sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in endings + [done] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        return signals
    }

    /// Does some work, and cancels it on SIGINT, SIGTERM and SIGHUP. Signals must be held since before other threads
    /// run.
    /// - Throws: after a signal, once the work has ended, or at once after a second one.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) throws(ExitCode) -> Result {
        var signals = holdSignals()
        let result = Shared<Result>()
        let task = Task.detached {
            let value = await work()
            result.set(value)
            kill(getpid(), done)
        }
        var ended: Int32?
        while true {
            var arrived: Int32 = 0
            sigwait(&signals, &arrived)
            if let value = result.value, arrived == done {
                guard let ended else { return value }
                throw ExitCode(128 + ended)
            }
            guard endings.contains(arrived) else { continue }
            if ended != nil { throw ExitCode(128 + arrived) }
            ended = arrived
            task.cancel()
        }
    }

    /// Serves a simulator until somebody interrupts it. Returns on SIGINT, SIGTERM and SIGHUP. Call it before other
    /// threads run.
    static func serve(_ simulator: Simulator, onReady: @escaping @Sendable (URL) -> Void) throws(Complaint) {
        var signals = holdSignals()
        let failure = Shared<Complaint>()
        // It ends with the process. Stopping it before would gain nothing, and a connection that comes in while NIO
        // stops listening is a trap there.
        Task.detached {
            do {
                try await simulator.run(onReady: onReady)
            } catch {
                failure.set(.simulator(error))
            }
            // The main thread hears nothing but signals.
            kill(getpid(), done)
        }
        var arrived: Int32 = 0
        sigwait(&signals, &arrived)
        if let complaint = failure.value { throw complaint }
    }

    /// From a task to the main thread.
    private final class Shared<Value: Sendable>: Sendable {
        private let content = Mutex<Value?>(nil)

        var value: Value? { content.withLock(\.self) }

        func set(_ value: Value) { content.withLock { $0 = value } }
    }
}
