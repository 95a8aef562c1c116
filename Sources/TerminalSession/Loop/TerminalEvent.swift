public import TerminalUI

/// What ends the main thread's wait.
public enum TerminalEvent: Hashable, Sendable {
    case input(InputEvent)
    /// The screen has another size, and is blank until it is drawn.
    case resized(Size)
    /// A signal asks the program to end: SIGINT, SIGTERM or SIGQUIT. By custom it exits with 128 plus the number.
    case terminate(signal: Int32)
    /// The terminal is gone. Told once.
    case hangup
    /// Somebody sent SIGTSTP; answer with `TerminalLoop.stopProcess`.
    case suspendRequested
    /// The process was stopped and goes on; the screen has drawn its last frame again.
    case continued
    /// The mailbox has messages. Told until they are fetched.
    case mail
    /// The time that was asked for has come.
    case timer
}
