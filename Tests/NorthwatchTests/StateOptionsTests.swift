import ArgumentParser
import NorthflankAPI
import Testing

@testable import northwatch

/// Where state is kept, and what is said where it isn't.
struct StateOptionsTests {
    private func problems(_ arguments: [String], _ environment: [String: String]) throws -> [String] {
        let account = Account(
            context: nil, token: try APIToken("a-token"), baseURL: .northflank, readOnly: false)
        return try StateOptions.parse(arguments).memory(of: account, environment).problems.map { "\($0)" }
    }

    @Test func withoutAHomeItIsSaidThatNothingIsKept() throws {
        let problems = try problems([], [:])
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("Neither HOME nor XDG_STATE_HOME is set") == true)
        #expect(problems.first?.contains("--state-dir") == true)
    }

    @Test func whoWantsNothingKeptIsToldNothing() throws {
        #expect(try problems(["--no-state"], [:]).isEmpty)
    }
}
