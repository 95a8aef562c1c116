import Foundation
import TestSupport

/// A terminal emulator with one window, so that a test sees what a user would: what is on the screen, not the bytes
/// that brought it there.
final class Tmux {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let socket = "northwatch-\(UUID().uuidString)"

    /// Opens a window that runs a shell command.
    init(_ command: String, columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]) throws {
        let variables = ["TERM": "tmux-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"]
            .merging(environment) { $1 }.map { "\($0)=\(Self.quoted($1))" }.joined(separator: " ")
        try run(
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env \(variables) \(command)")
        try run("set-option", "-g", "remain-on-exit", "on")
    }

    deinit { _ = try? run("kill-server") }

    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }

    /// Types keys by tmux's names: `B`, `Enter`, `C-z`.
    func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

    func type(_ text: String) throws { try run("send-keys", "-l", text) }

    func resize(columns: Int, rows: Int) throws { try run("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// The rows of the screen.
    var lines: [String] { get throws { try run("capture-pane", "-p").components(separatedBy: "\n") } }

    /// Whether the alternate screen is shown.
    var showsAlternateScreen: Bool { get throws { try value("alternate_on") == "1" } }

    /// The exit code of what ran in the window; nil while it runs.
    var exitCode: Int32? { get throws { try value("pane_dead") == "1" ? Int32(try value("pane_dead_status")) : nil } }

    /// The process that the window was opened with.
    var processID: Int32 {
        get throws {
            guard let id = Int32(try value("pane_pid")) else { throw Failure(description: "tmux tells no process") }
            return id
        }
    }

    private func value(_ name: String) throws -> String {
        try run("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Waits until a text stands on the screen, within one row.
    func expect(_ text: String, within limit: Duration = .seconds(30)) async throws {
        try await waitFor("\"\(text)\"", within: limit) { lines in lines.contains { $0.contains(text) } }
    }

    /// Waits until the screen's rows pass a test.
    func waitFor(
        _ what: String, within limit: Duration = .seconds(30), _ passes: ([String]) throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while true {
            let shown = try lines
            if try passes(shown) { return }
            guard ContinuousClock.now < deadline else {
                throw Failure(
                    description: "waited \(limit) for \(what); the screen shows\n" + shown.joined(separator: "\n"))
            }
            try await Task.sleep(for: .milliseconds(30))
        }
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> String { try run(arguments) }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let ended = try Command.run("tmux", ["-L", socket] + arguments)
        guard ended.code == 0 else { throw Failure(description: "tmux \(arguments): \(ended.errors)") }
        return ended.output
    }
}
