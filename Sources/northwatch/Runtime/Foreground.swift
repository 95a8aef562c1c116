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

/// Serves a simulator until somebody interrupts it.
enum Foreground {
    /// Returns on SIGINT, SIGTERM and SIGHUP. Call it before other threads run: the main thread waits for the signals,
    /// which all others must leave to it.
    static func serve(_ simulator: Simulator, onReady: @escaping @Sendable (URL) -> Void) throws(Complaint) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)

        let failure = Failure()
        // It ends with the process. Stopping it before would gain nothing, and a connection that comes in while NIO
        // stops listening is a trap there.
        Task.detached {
            do {
                try await simulator.run(onReady: onReady)
            } catch {
                failure.complaint.withLock { $0 = .simulator(error) }
            }
            // The main thread hears nothing but signals.
            kill(getpid(), SIGTERM)
        }
        var arrived: Int32 = 0
        sigwait(&signals, &arrived)
        let complaint = failure.complaint.withLock(\.self)
        if let complaint { throw complaint }
    }

    private final class Failure: Sendable {
        let complaint = Mutex<Complaint?>(nil)
    }
}
