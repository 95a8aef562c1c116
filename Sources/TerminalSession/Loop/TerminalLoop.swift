internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The one place where the main thread waits: for keys, signals, messages and the next point in time.
public final class TerminalLoop {
    private let screen: NcursesScreen
    private let signals: TerminalSignals
    private let mailbox: any WakeSource
    private let clock = ContinuousClock()
    private let escapeDelay: Duration
    private var decoder = InputDecoder()
    private var inputDeadline: ContinuousClock.Instant?
    private var hasHungUp = false
    /// Signals that came while the process was being stopped.
    private var leftOver: [Int32] = []

    public init(screen: NcursesScreen, signals: TerminalSignals, mailbox: any WakeSource) {
        self.screen = screen
        escapeDelay = screen.options.escapeDelay
        self.signals = signals
        self.mailbox = mailbox
    }

    /// Waits until something happens, or until `deadline`; nil waits for as long as it takes.
    /// - Returns: what has happened: input first, in its order; never a lone ESC whose rest may still come.
    ///   Empty when only the terminal took what was drawn.
    public func next(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
        let readiness = wait(until: [deadline, inputDeadline].compactMap(\.self).min())
        var events: [TerminalEvent] = []
        if readiness.input { events += readInput() }
        if let inputDeadline, clock.now >= inputDeadline {
            events += decoder.timeout().map(TerminalEvent.input)
            expectMoreInput()
        }
        if readiness.output { screen.flush() }
        let arrived = leftOver + (readiness.signals ? signals.take() : [])
        leftOver = []
        events += answer(arrived)
        if readiness.mail { events.append(.mail) }
        if let deadline, clock.now >= deadline { events.append(.timer) }
        return events
    }

    /// Gives the terminal to the shell and stops the process and those it was started with, as Ctrl-Z does elsewhere.
    /// Returns when `fg` has brought it back and the last frame is drawn again.
    /// - Returns: false when it could not be stopped, since no shell would be there to bring it back.
    public func stopProcess() -> Bool {
        screen.suspend()
        let hasStopped = signals.stopProcessGroup()
        leftOver += signals.take().filter { $0 != SIGCONT && $0 != SIGTSTP }
        screen.resume()
        return hasStopped
    }

    /// Lends the terminal to another program, such as an editor, while `body` runs. What is typed at that program to
    /// interrupt or stop it isn't meant for this one.
    public func lend(_ body: () -> Void) {
        screen.suspend()
        body()
        leftOver += signals.take().filter { ![SIGCONT, SIGTSTP, SIGINT, SIGQUIT].contains($0) }
        screen.resume()
    }

    private struct Readiness {
        var input = false
        var output = false
        var signals = false
        var mail = false
    }

    private func wait(until deadline: ContinuousClock.Instant?) -> Readiness {
        let watched = Int16(POLLIN) | (screen.isWritable ? 0 : Int16(POLLOUT))
        var descriptors = [
            // poll skips negative descriptors: a terminal that is gone would be ready for ever.
            pollfd(fd: hasHungUp ? -1 : screen.tty.descriptor, events: watched, revents: 0),
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.wakeDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&descriptors, nfds_t(descriptors.count), leftOver.isEmpty ? timeout(until: deadline) : 0)
        // Interrupted by a signal, which is in the pipe for the next turn.
        guard count > 0 else { return Readiness() }
        return Readiness(
            input: descriptors[0].revents & ~Int16(POLLOUT) != 0,
            output: descriptors[0].revents & Int16(POLLOUT) != 0,
            signals: descriptors[1].revents != 0,
            mail: descriptors[2].revents != 0)
    }

    /// Milliseconds for `poll`, rounded up so that it doesn't wake too early and go round in circles.
    private func timeout(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = clock.now.duration(to: deadline)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return .max }
        return Int32(
            clamping: milliseconds.addingReportingOverflow(attoseconds / 1_000_000_000_000_000 + 1).partialValue)
    }

    private func readInput() -> [TerminalEvent] {
        switch screen.tty.read() {
        case .nothing:
            return []
        case .gone:
            return hangUp()
        case .bytes(let bytes):
            let events = decoder.feed(bytes)
            expectMoreInput()
            return events.map(TerminalEvent.input)
        }
    }

    private func expectMoreInput() {
        inputDeadline = decoder.isWaiting ? clock.now + escapeDelay : nil
    }

    private func hangUp() -> [TerminalEvent] {
        guard !hasHungUp else { return [] }
        hasHungUp = true
        return [.hangup]
    }

    private func answer(_ arrived: [Int32]) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        for signal in arrived {
            switch signal {
            case SIGHUP:
                events += hangUp()
            case SIGTSTP:
                events.append(.suspendRequested)
            case SIGCONT:
                screen.reclaim()
                events.append(.continued)
            case SIGINT, SIGTERM, SIGQUIT:
                events.append(.terminate(signal: signal))
            default:
                break
            }
        }
        // A drag of the window's edge sends many; and a stopped process may have missed one.
        if !arrived.isEmpty, let size = screen.adoptSize() { events.append(.resized(size)) }
        return events
    }
}
