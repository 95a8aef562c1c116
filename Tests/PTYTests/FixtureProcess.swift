import TerminalUI
import TestSupport

/// The fixture in a terminal of its own. See its source for what each key does.
func startFixture(
    _ changes: [String: String] = [:], size: Size = Size(columns: 80, rows: 24)
) async throws -> PTYProcess {
    let process = try launchFixture(changes, size: size)
    try await process.waitFor("told: nothing")
    return process
}

/// The same, for programs that are not expected to come up.
func launchFixture(_ changes: [String: String], size: Size = Size(columns: 80, rows: 24)) throws -> PTYProcess {
    var environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    environment.merge(changes) { $1 }
    return try PTYProcess(
        executable: BuiltProducts.path("terminal-fixture"), environment: environment, size: size)
}
