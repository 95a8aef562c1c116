import TestSupport

/// `northwatch simulate` in a process of its own.
final class SimulatorProcess {
    struct Failure: Error {
        var errors: String
    }

    let url: String
    private let run: CommandRun

    init(_ arguments: String...) async throws {
        run = try CommandRun(Command.northwatch, ["simulate", "--port", "0"] + arguments)
        // The line comes whole, in one write, when it is ready.
        for _ in 0..<3000 where !run.output.hasSuffix("\n") { try await Task.sleep(for: .milliseconds(10)) }
        guard run.output.hasSuffix("\n") else { throw Failure(errors: run.errors) }
        url = String(run.output.dropLast())
    }

    /// Its exit code after that signal, once it has ended.
    func end(by signal: Int32) -> Int32 {
        run.signal(signal)
        return run.wait()
    }
}
