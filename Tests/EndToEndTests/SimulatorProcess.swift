import Foundation
import TestSupport

/// `northwatch simulate` in a process of its own.
final class SimulatorProcess {
    let url: String
    private let process: Process

    init(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.northwatch)
        process.arguments = ["simulate", "--port", "0"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        process.standardInput = FileHandle.nullDevice
        try process.run()
        self.process = process
        // The line comes whole, in one write, when it is ready.
        url = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit { process.terminate() }

    /// Its exit code after that signal, once it has ended.
    func end(by signal: Int32) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
