import Foundation
import TestSupport

/// `northwatch simulate` in a process of its own.
final class SimulatorProcess {
    struct Failure: Error {
        var errors: String
    }

    let url: String
    private let run: CommandRun

    convenience init(_ arguments: String...) async throws { try await self.init(arguments) }

    init(_ arguments: [String]) async throws {
        run = try CommandRun(Command.northwatch, ["simulate", "--port", "0"] + arguments)
        // The line comes whole, in one write, when it is ready.
        for _ in 0..<3000 where !run.output.hasSuffix("\n") { try await Task.sleep(for: .milliseconds(10)) }
        guard run.output.hasSuffix("\n") else { throw Failure(errors: run.errors) }
        url = String(run.output.dropLast())
    }

    /// What is left of the hour's requests, this one counted.
    func remaining() throws -> Int {
        let ended = try Command.run(
            "curl", ["-s", "-D", "-", "-o", "/dev/null", "-H", "Authorization: Bearer shared-token", "\(url)/projects"])
        let line = ended.output.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("x-ratelimit-remaining:")
        }
        return line.flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? -1
    }

    /// Orders it about, where it was started with `--control`: `advance`, `fault`, `spend`.
    func order(_ order: String, _ body: String) throws {
        let address = url.replacing("/v1", with: "/_simulator/\(order)")
        let ended = try Command.run("curl", ["-s", "-f", "-X", "POST", address, "-d", body])
        guard ended.code == 0 else { throw Failure(errors: ended.errors) }
    }

    /// Its exit code after that signal, once it has ended.
    func end(by signal: Int32) -> Int32 {
        run.signal(signal)
        return run.wait()
    }
}
