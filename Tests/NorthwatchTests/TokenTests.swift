import ArgumentParser
import Foundation
import NorthflankAPI
import Testing

@testable import northwatch

/// Where the token comes from, and what is refused.
@Suite struct TokenTests {
    /// A file with that text and mode, in a folder that goes away.
    private func withFile(_ text: String, mode: Int, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "token").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try body(path)
    }

    private func refusal(_ body: () throws(Complaint) -> Void) -> Complaint? {
        do throws(Complaint) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [0o600, 0o400]) func aFileOfOnesOwnIsReadAndTrimmed(mode: Int) throws {
        try withFile("  abc-def\n\n", mode: mode) { path in
            let token = try TokenFile(path: path).token()
            #expect(try token == APIToken("abc-def"))
        }
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o620])
    func aFileThatOthersCanGetAtIsRefusedWithTheRemedy(mode: Int) throws {
        try withFile("abc-def", mode: mode) { path in
            let complaint = try #require(refusal { () throws(Complaint) in _ = try TokenFile(path: path).token() })
            #expect(complaint.code == 64)
            #expect(complaint.text.contains("chmod 600 \(path)"))
            #expect(!complaint.text.contains("abc-def"))
        }
    }

    @Test(arguments: ["", " \n", "two words", "con\u{1B}trol", "ünïcode"])
    func aFileThatHoldsNoTokenIsRefusedWithoutShowingIt(text: String) throws {
        try withFile(text, mode: 0o600) { path in
            let complaint = try #require(refusal { () throws(Complaint) in _ = try TokenFile(path: path).token() })
            #expect(complaint.code == 64)
            #expect(text.trimmingCharacters(in: .whitespaces).isEmpty || !complaint.text.contains(text))
        }
    }

    @Test func aFileTooLargeForATokenIsRefused() throws {
        try withFile(String(repeating: "a", count: 20_000), mode: 0o600) { path in
            let complaint = refusal { () throws(Complaint) in _ = try TokenFile(path: path).token() }
            #expect(complaint?.text.contains("too large") == true)
        }
    }

    @Test func aDirectoryIsRefused() {
        let complaint = refusal { () throws(Complaint) in _ = try TokenFile(path: "/tmp").token() }
        #expect(complaint?.text.contains("is a directory") == true)
    }

    @Test func aFileThatIsNotThereIsRefused() {
        let complaint = refusal { () throws(Complaint) in _ = try TokenFile(path: "/no/such/token").token() }
        #expect(complaint?.text.contains("No such file") == true)
    }

    @Test func theFileGoesBeforeTheVariable() throws {
        try withFile("from-the-file", mode: 0o600) { path in
            let options = try AccountOptions.parse(["--token-file", path])
            let account = try options.account(["NORTHFLANK_API_TOKEN": "from-the-variable"])
            #expect(try account.token == APIToken("from-the-file"))
        }
    }

    @Test func withoutAnyTokenItSaysWhereToPutOne() throws {
        let options = try AccountOptions.parse([])
        let complaint = refusal { () throws(Complaint) in _ = try options.account([:]) }
        #expect(complaint?.code == 64)
        #expect(complaint?.text.contains("NORTHFLANK_API_TOKEN") == true)
        #expect(complaint?.text.contains("--token-file") == true)
    }
}
