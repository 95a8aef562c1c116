import Foundation
import TestSupport

/// A program that is run to its end, without a terminal.
struct Command {
    var code: Int32
    var output: String
    var errors: String

    /// The program under test.
    static let northwatch = BuiltProducts.path("northwatch")

    /// - Parameter environment: all of it but for PATH.
    static func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Command {
        let (process, output, errors) = prepared(program, arguments, environment)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Command(code: process.terminationStatus, output: text, errors: complaints)
    }

    static func prepared(
        _ program: String, _ arguments: [String], _ environment: [String: String] = [:]
    ) -> (process: Process, output: Pipe, errors: Pipe) {
        let process = Process()
        // A session of its own has no terminal, even where the tests are run in one.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["setsid", "--wait", program] + arguments
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = environment.merging(["PATH": path]) { own, _ in own }
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        return (process, output, errors)
    }
}
