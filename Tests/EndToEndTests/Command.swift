import Foundation
import TestSupport

/// A program that is run to its end, without a terminal.
struct Command {
    var code: Int32
    var output: String
    var errors: String

    /// The program under test: the one that was built with the tests, or `NORTHWATCH_BINARY`.
    static let northwatch =
        ProcessInfo.processInfo.environment["NORTHWATCH_BINARY"] ?? BuiltProducts.path("northwatch")

    /// - Parameter environment: all of it but for PATH.
    static func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Command {
        let run = try CommandRun(program, arguments, environment: environment)
        return Command(code: run.wait(), output: run.output, errors: run.errors)
    }
}
