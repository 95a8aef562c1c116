import Dashboard
import Foundation
import Northflank
import Testing

@testable import northwatch

@Suite struct SavedFileTests {
    private let now = Date(timeIntervalSince1970: 1_780_000_000)

    private func lines(_ text: String) -> [String] {
        LogAnswer([LogLine(container: "web-1", content: .string(text), at: now)]).entries.map(\.fileLine)
    }

    private func inDirectory(_ body: (String) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory.path)
    }

    @Test func itHoldsTheLinesAndNobodyElseMayReadIt() throws {
        try inDirectory { directory in
            let (path, count) = try SavedFile.save(lines("one\ntwo"), name: "api", kind: "log", to: directory, at: now)
            #expect(path == "\(directory)/northwatch-api-20260528-202640.log")
            #expect(count == 2)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == "2026-05-28T20:26:40.000Z web-1 one\n2026-05-28T20:26:40.000Z web-1 two\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func aNameThatLeadsElsewhereStaysInTheDirectory() throws {
        try inDirectory { directory in
            let path = try SavedFile.save(lines("x"), name: "../../etc/é\n", kind: "log", to: directory, at: now).path
            #expect(path == "\(directory)/northwatch-etc-20260528-202640.log")
        }
    }

    @Test func whatIsThereIsNeverWrittenOver() throws {
        try inDirectory { directory in
            let first = try SavedFile.save(lines("first"), name: "api", kind: "log", to: directory, at: now).path
            #expect(throws: Complaint.self) {
                try SavedFile.save(lines("second"), name: "api", kind: "log", to: directory, at: now)
            }
            #expect(try String(contentsOfFile: first, encoding: .utf8).contains("first"))
        }
    }

    @Test func withoutAHomeItSaysSo() {
        #expect(throws: Complaint.self) { try SavedFile.save(lines("x"), name: "api", kind: "log", to: nil, at: now) }
    }
}
