internal import CTerminalGuard

/// The terminal's state apart from what is drawn: its attributes and modes, standard error, and the guard that puts
/// all of it back when the process crashes.
final class TerminalModes {
    /// Below this a frame arrives in one piece anyway, and the marks around it would be half of what is sent.
    private static let synchronizedFrom = 512

    private let tty: TTY
    private let description: TerminalDescription
    /// Whether crashes go on to the handlers found before, once the terminal is back.
    private let chainsCrashes: Bool
    private var standardError: StandardErrorCapture?
    private var hasMouse = false

    init(tty: TTY, description: TerminalDescription, environment: [String: String]) {
        self.tty = tty
        self.description = description
        // Left alone, the Swift runtime's backtracer holds the terminal for half a minute and asks questions there.
        // Who sets it up wants to see it.
        chainsCrashes = !environment["SWIFT_BACKTRACE", default: ""].isEmpty
    }

    func enter() {
        let capture = StandardErrorCapture()
        standardError = capture
        arm(capture)
        reclaim()
    }

    /// Sets everything as the screen needs it.
    func reclaim() {
        tty.makeRaw()
        hasMouse = false
        if description.isANSI { tty.write(ControlSequences.pasteOn) }
    }

    /// Gives everything back.
    /// - Parameter ending: what ncurses sends to leave the screen.
    func leave(_ ending: [UInt8]) {
        tty.writeLast((description.isANSI ? ControlSequences.allOff : []) + ending)
        if hasMouse { tty.discardInput() }
        hasMouse = false
        tty.restoreAttributes()
        terminal_guard_disarm()
        standardError?.end()
        standardError = nil
    }

    /// What turns the mouse on or off; nothing when it is.
    func mouse(_ wanted: Bool) -> [UInt8] {
        guard description.isANSI, wanted != hasMouse else { return [] }
        hasMouse = wanted
        return wanted ? ControlSequences.mouseOn : ControlSequences.mouseOff
    }

    /// A frame that the terminal shows at once, where that is worth the bytes.
    func synchronized(_ bytes: [UInt8]) -> [UInt8] {
        guard description.isANSI, bytes.count >= Self.synchronizedFrom else { return bytes }
        return ControlSequences.synchronizedStart + bytes + ControlSequences.synchronizedEnd
    }

    private func arm(_ capture: StandardErrorCapture) {
        let bytes = (description.isANSI ? ControlSequences.allOff : []) + description.leave
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                var plan = terminal_guard_plan()
                plan.terminal = tty.descriptor
                plan.attributes = tty.foundAttributes
                plan.bytes = characters.baseAddress
                plan.length = characters.count
                plan.messages = capture.messages
                plan.standard_error = capture.original
                _ = terminal_guard_arm(&plan, chainsCrashes)
            }
        }
    }
}
