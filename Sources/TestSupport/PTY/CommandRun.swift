internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program without a terminal, in a session of its own. What it writes goes to files: a pipe, and anything else of
/// Foundation's `Process`, is held open by every program that it leaves behind.
public final class CommandRun {
    public let processID: Int32
    private let folder: URL
    private var status: Int32?

    /// Starts a program.
    /// - Parameter environment: all of it but for `PATH`.
    public init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        processID = try PTYSpawn.start(
            "/usr/bin/env", [program] + arguments, environment.merging(["PATH": path]) { own, _ in own },
            .files(
                output: folder.appending(path: "output").path(percentEncoded: false),
                errors: folder.appending(path: "errors").path(percentEncoded: false)))
    }

    deinit {
        if status == nil {
            kill(processID, SIGKILL)
            wait()
        }
        try? FileManager.default.removeItem(at: folder)
    }

    /// What it has written to standard output.
    public var output: String { text("output") }

    /// What it has written to standard error.
    public var errors: String { text("errors") }

    public func signal(_ number: Int32) { kill(processID, number) }

    /// Waits for its end.
    /// - Returns: its exit code, or 128 plus the number of the signal that ended it, as a shell has it.
    @discardableResult
    public func wait() -> Int32 { status(waiting: true) ?? -1 }

    /// The same, without waiting; nil while it runs.
    public var code: Int32? { status(waiting: false) }

    private func status(waiting: Bool) -> Int32? {
        if let status { return status }
        var raw: Int32 = 0
        var ended: Int32
        repeat { ended = waitpid(processID, &raw, waiting ? 0 : WNOHANG) } while ended < 0 && errno == EINTR
        guard ended != 0 else { return nil }
        let signal = raw & 0x7F
        status = signal == 0 ? raw >> 8 & 0xFF : 128 + signal
        return status
    }

    private func text(_ name: String) -> String {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
}
