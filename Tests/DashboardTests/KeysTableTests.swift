import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// The README's table of keys and commands is made from the keymap.
@Suite struct KeysTableTests {
    private static let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "README.md")

    private static var table: String {
        let rows = Command.Section.allCases.flatMap { section in
            Command.bindable(themes: [], contexts: []).filter { $0.section == section }.map { command in
                let keys = Keymap.standard.keys(for: command).map { "`\($0.displayName)`" }.joined(separator: " ")
                let place = section == .log || section == .json ? "\(section.rawValue): " : ""
                return "| \(keys) | \(place)\(command.summary) | `\(command.name)` |"
            }
        }
        return (["| keys | what they do | name |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
    }

    @Test func theREADMEsTableIsTheKeymaps() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- keys:")?.lowerBound)
        let body = try #require(text.range(of: "-->\n", range: start..<text.endIndex)?.upperBound)
        let end = try #require(text.range(of: "<!-- end of keys -->")?.lowerBound)
        if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
            let new = text.replacingCharacters(in: body..<end, with: Self.table + "\n")
            try new.write(to: Self.readme, atomically: true, encoding: .utf8)
            return
        }
        #expect(text[body..<end] == Self.table + "\n", "UPDATE_README=1 writes it anew")
    }
}
