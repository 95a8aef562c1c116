internal import TerminalSession

/// Where the main thread waits. The real terminal is one; tests have one of their own.
protocol EventSource: AnyObject {
    /// Waits until something happens, or until `deadline`.
    func next(until deadline: ContinuousClock.Instant?) -> [TerminalEvent]
    /// Gives the terminal to the shell until the user is back; false where there is no shell to bring it back.
    func stopProcess() -> Bool
}

extension TerminalLoop: EventSource {}
