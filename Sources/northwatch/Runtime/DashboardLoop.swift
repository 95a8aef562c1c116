internal import Dashboard
internal import TerminalSession
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The main thread: it alone owns the state and the screen. It waits, updates, has effects performed, and draws.
final class DashboardLoop {
    /// At most sixty pictures a second.
    private static let shortestFrame = Duration.microseconds(16_667)

    private var state: State
    private let screen: any Screen
    private let events: any EventSource
    private let mailbox: Mailbox<Message>
    private let perform: (Effect) -> Void
    private let clock = ContinuousClock()
    private var drawnAt: ContinuousClock.Instant?
    private var isDrawingDue = true

    init(
        state: State, screen: any Screen, events: any EventSource, mailbox: Mailbox<Message>,
        perform: @escaping (Effect) -> Void
    ) {
        self.state = state
        self.screen = screen
        self.events = events
        self.mailbox = mailbox
        self.perform = perform
    }

    /// Runs until the user or a signal ends it.
    /// - Returns: the exit code: 0, or 128 plus the signal's number.
    func run() -> Int32 {
        var exit = apply([.resized(screen.size)])
        while exit == nil {
            drawIfDue()
            let happened = events.next(until: deadline)
            exit = answer(happened)
        }
        return exit ?? 0
    }

    private var deadline: ContinuousClock.Instant {
        if isDrawingDue, let drawnAt { return drawnAt + Self.shortestFrame }
        let wait = max(0, state.nextRedraw.timeIntervalSince(Date()))
        return clock.now + .seconds(wait)
    }

    private func answer(_ happened: [TerminalEvent]) -> Int32? {
        var messages: [Message] = []
        var hasInput = false
        for event in happened {
            switch event {
            case .input(let input):
                hasInput = true
                messages.append(.input(input))
            case .resized(let size):
                hasInput = true
                messages.append(.resized(size))
            case .mail: messages += mailbox.drain()
            case .timer: messages.append(.tick)
            case .continued: screen.repaint()
            case .suspendRequested: suspend()
            case .terminate(let signal): return 128 + signal
            case .hangup: return 128 + SIGHUP
            }
        }
        guard !messages.isEmpty else { return nil }
        let exit = apply(messages)
        // A key's picture doesn't wait for the frame before it to grow old.
        if hasInput { drawnAt = nil }
        return exit
    }

    private func apply(_ messages: [Message]) -> Int32? {
        let effects = state.update(messages, now: Date())
        isDrawingDue = true
        for effect in effects {
            switch effect {
            case .quit: return 0
            case .suspend: suspend()
            case .repaint: screen.repaint()
            case .watch, .refresh, .perform, .loadBranches: perform(effect)
            }
        }
        return nil
    }

    private func suspend() {
        let hasStopped = events.stopProcess()
        _ = state.update(.resized(screen.size), now: Date())
        if !hasStopped { _ = state.update(.notice("There is no shell that could bring it back."), now: Date()) }
        isDrawingDue = true
        drawnAt = nil
    }

    private func drawIfDue() {
        guard isDrawingDue else { return }
        if let drawnAt, clock.now < drawnAt + Self.shortestFrame { return }
        screen.draw(state.view())
        drawnAt = clock.now
        isDrawingDue = false
    }
}
