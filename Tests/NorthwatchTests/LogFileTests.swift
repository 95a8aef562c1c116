import Dashboard
import Foundation
import Northflank
import Testing

@testable import northwatch

@Suite struct LogFileTests {
    private let now = Date(timeIntervalSince1970: 1_780_000_000)

    private func entries(_ text: String) -> [LogEntry] {
        LogAnswer([LogLine(container: "web-1", content: .string(text), at: now)]).entries
    }

    private func inDirectory(_ body: (String) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory.path)
    }

    @Test func itHoldsTheLinesAndNobodyElseMayReadIt() throws {
        try inDirectory { directory in
            let path = try LogFile.save(entries("one\ntwo"), name: "api", to: directory, at: now)
            #expect(path == "\(directory)/northwatch-api-20260528-202640.log")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == "2026-05-28T20:26:40.000Z web-1 one\n2026-05-28T20:26:40.000Z web-1 two\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func aNameThatLeadsElsewhereStaysInTheDirectory() throws {
        try inDirectory { directory in
            let path = try LogFile.save(entries("x"), name: "../../etc/é\n", to: directory, at: now)
            #expect(path == "\(directory)/northwatch-etc-20260528-202640.log")
        }
    }

    @Test func whatIsThereIsNeverWrittenOver() throws {
        try inDirectory { directory in
            let first = try LogFile.save(entries("first"), name: "api", to: directory, at: now)
            #expect(throws: Complaint.self) {
                try LogFile.save(entries("second"), name: "api", to: directory, at: now)
            }
            #expect(try String(contentsOfFile: first, encoding: .utf8).contains("first"))
        }
    }

    @Test func withoutAHomeItSaysSo() {
        #expect(throws: Complaint.self) { try LogFile.save(entries("x"), name: "api", to: nil, at: now) }
    }
}
