internal import Foundation
public import TerminalUI

/// A program on a terminal whose screen can be read, as tmux draws it. For tests that ask what a user sees; what
/// bytes reach the terminal is `PTYProcess`'s matter. The server is this test's own and ends with it.
public final class TmuxTerminal {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let socket = "northwatch-test-\(UUID().uuidString.prefix(8))"
    private let environment: [String: String]

    /// Starts a program. When it ends, its last words stay on the screen.
    /// - Parameter environment: what the program gets on top of `TERM=tmux-256color`, a UTF-8 locale and `PATH`.
    public init(
        executable: String, arguments: [String] = [], environment: [String: String] = [:],
        size: Size = Size(columns: 80, rows: 24)
    ) throws {
        self.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"].merging(environment) { $1 }
        let columns = String(size.columns)
        let rows = String(size.rows)
        try tmux(
            ["-f", "/dev/null", "start-server", ";", "set", "-g", "remain-on-exit", "on"]
                + [";", "set", "-g", "status", "off", ";", "set", "-g", "default-terminal", "tmux-256color"]
                + [";", "set", "-s", "escape-time", "0"]
                + [";", "new-session", "-d", "-x", columns, "-y", rows, "--", executable] + arguments)
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Types; control characters too.
    public func send(_ text: String) throws {
        try tmux(["send-keys", "-l", "--", text])
    }

    /// Presses keys by tmux's names for them: `Up`, `PageDown`, `F5`, `C-z`, `Escape`.
    public func press(_ keys: String...) throws {
        try tmux(["send-keys", "--"] + keys)
    }

    public func resize(_ size: Size) throws {
        try tmux(["resize-window", "-x", String(size.columns), "-y", String(size.rows)])
    }

    /// The rows of the screen, spaces at their ends cut off.
    public func screen() throws -> [String] {
        try lines(["capture-pane", "-p"])
    }

    /// The same with colours and attributes, as escape sequences.
    public func styledScreen() throws -> [String] {
        try lines(["capture-pane", "-p", "-e"])
    }

    /// Whether the alternate screen is shown.
    public func showsAlternateScreen() throws -> Bool {
        try tmux(["display", "-p", "#{alternate_on}"]).trimmingCharacters(in: .whitespacesAndNewlines) == "1"
    }

    /// The program's process.
    public func processID() throws -> Int32 {
        guard
            let number = Int32(
                try tmux(["display", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Failure(description: "tmux names no process") }
        return number
    }

    /// Waits until the screen contains a text.
    /// - Returns: the screen's rows then.
    @discardableResult
    public func waitFor(_ expected: String, within limit: Duration = .seconds(30)) async throws -> [String] {
        try await waitFor(expected.debugDescription, within: limit) { $0.contains { $0.contains(expected) } }
    }

    /// Waits until the screen's rows fulfil a condition; `what` names it in the failure's text.
    /// - Returns: the screen's rows then.
    @discardableResult
    public func waitFor(
        _ what: String, within limit: Duration = .seconds(30), until condition: ([String]) throws -> Bool
    ) async throws -> [String] {
        let deadline = ContinuousClock.now + limit
        while true {
            let rows = try screen()
            if try condition(rows) { return rows }
            guard ContinuousClock.now < deadline else {
                throw Failure(description: "waited \(limit) for \(what); screen:\n\(rows.joined(separator: "\n"))")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func lines(_ arguments: [String]) throws -> [String] {
        var lines = try tmux(arguments).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let run = try CommandRun("tmux", ["-L", socket] + arguments, environment: environment)
        guard run.wait() == 0 else { throw Failure(description: "tmux \(arguments): \(run.errors)") }
        return run.output
    }
}
