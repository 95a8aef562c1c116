internal import Synchronization
public import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program in a terminal of its own, as a user would have it: leader of a session whose controlling terminal is a
/// new pseudo terminal. It is killed when this goes away.
///
/// What the program writes is taken in by the waiting methods only; a test that wants to see how it behaves with a
/// terminal that takes nothing just doesn't wait.
public final class PTYProcess {
    public enum End: Hashable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// All that the program has written, as far as it was taken in.
    public private(set) var output: [UInt8] = []
    public let processID: Int32
    /// How the terminal was set before the program started.
    public let foundAttributes: PTYAttributes
    private var controller: Int32
    /// The program's side, held open so that its attributes can be looked at after its end.
    private let terminal: Int32
    private var end: End?
    /// One at a time: a program started between a terminal's opening and its marking as not to be inherited would
    /// hold that terminal open.
    private static let starting = Mutex(())

    public init(
        executable: String, arguments: [String] = [], environment: [String: String],
        size: Size = Size(columns: 80, rows: 24)
    ) throws {
        (controller, terminal, foundAttributes, processID) = try Self.starting.withLock { _ in
            let pair = try PTYPair(size: size)
            let attributes = PTYAttributes(descriptor: pair.terminal)
            do {
                let child = try PTYSpawn.start(executable, arguments, environment, .terminal(pair.path))
                return (pair.controller, pair.terminal, attributes, child)
            } catch {
                close(pair.controller)
                close(pair.terminal)
                throw error
            }
        }
    }

    deinit {
        if end == nil {
            kill(processID, SIGKILL)
            var status: Int32 = 0
            waitpid(processID, &status, 0)
        }
        if controller >= 0 { close(controller) }
        close(terminal)
    }

    /// Types.
    public func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    public func resize(_ size: Size) {
        PTYPair.resize(controller, size)
    }

    public func signal(_ number: Int32) {
        kill(processID, number)
    }

    /// Closes the window: the program's terminal hangs up.
    public func hangUp() {
        guard controller >= 0 else { return }
        close(controller)
        controller = -1
    }

    /// How the terminal is set: echo, lines, signals from keys.
    public var attributes: PTYAttributes { PTYAttributes(descriptor: terminal) }

    /// The screen, cursor, mouse and paste modes that the output leaves the terminal in.
    public var modes: PTYModes { PTYModes(output: output) }

    /// All output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// How much has been written, to look at what comes later: `output[mark...]`.
    public var mark: Int { output.count }

    /// Waits until the output after `mark` contains `expected`. Programs that send only what changes may send a text
    /// in pieces.
    public func waitFor(_ expected: String, after mark: Int = 0, within limit: Duration = .seconds(10)) async throws {
        try await waitFor(expected.debugDescription, within: limit) { process in
            String(decoding: process.output.dropFirst(mark), as: UTF8.self).contains(expected)
        }
    }

    /// Waits until `condition` is true; `what` says in the failure's text what was waited for.
    public func waitFor(
        _ what: String, within limit: Duration = .seconds(10), until condition: (PTYProcess) throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while true {
            takeOutput()
            if try condition(self) { return }
            guard ContinuousClock.now < deadline else {
                throw Failure(description: "waited \(limit) for \(what); output: \(text.suffix(2000).debugDescription)")
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Waits for the program's end, taking in its last output.
    public func waitExit(within limit: Duration = .seconds(10)) async throws -> End {
        try await waitFor("the end of the program", within: limit) { $0.hasEnded() }
        takeOutput()
        guard let end else { throw Failure(description: "ended without a status") }
        return end
    }

    /// The same with a terminal that takes nothing: the program's output is left where it is.
    public func waitExitWithoutReading(within limit: Duration = .seconds(10)) async throws -> End {
        let deadline = ContinuousClock.now + limit
        while !hasEnded(), ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(2)) }
        guard let end else { throw Failure(description: "still running after \(limit)") }
        return end
    }

    private func hasEnded() -> Bool {
        guard end == nil else { return true }
        var status: Int32 = 0
        guard waitpid(processID, &status, WNOHANG) == processID else { return false }
        let signal = status & 0x7F
        end = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
        return true
    }

    private func takeOutput() {
        guard controller >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 else { return }
            let count = buffer.withUnsafeMutableBytes { read(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            output += buffer[..<count]
        }
    }
}
