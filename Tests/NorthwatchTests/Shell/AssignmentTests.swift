import Testing

@testable import northwatch

/// `--arg NAME=VALUE`, and `--arg NAME` for what nobody else on the host is to read.
struct AssignmentTests {
    private func values(_ given: String..., environment: [String: String] = [:]) throws -> [String: String] {
        try Assignments.values(given, option: "--arg", environment: environment)
    }

    @Test func aValueStandsBehindTheFirstEqualsSign() throws {
        #expect(try values("A=1", "B=x=y", "C=") == ["A": "1", "B": "x=y", "C": ""])
    }

    @Test func aNameAloneTakesTheEnvironmentsValue() throws {
        #expect(try values("TOKEN", environment: ["TOKEN": "s3cret"]) == ["TOKEN": "s3cret"])
    }

    @Test(arguments: [
        (["=1"], "--arg takes NAME=VALUE or NAME, not \"=1\""), ([""], "--arg takes NAME=VALUE or NAME, not \"\""),
        (["A"], "--arg A: the environment has no A; give A=VALUE, or set it"),
        (["A=1", "A=2"], "--arg A is given twice"),
    ])
    func whatMakesNoSenseIsRefused(given: [String], words: String) throws {
        let complaint = #expect(throws: Complaint.self) {
            try Assignments.values(given, option: "--arg", environment: [:])
        }
        #expect(complaint?.text == words)
    }
}
