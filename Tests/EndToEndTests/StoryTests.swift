import Foundation
import TerminalUI
import TestSupport
import Testing

/// The main ways through, in the real program in a real terminal, its window resized in the middle of each.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StoryTests {
    private static let small = Size(columns: 80, rows: 24)
    private static let usual = Size(columns: 120, rows: 40)

    private func demo(_ arguments: String...) throws -> TmuxTerminal {
        try TmuxTerminal(executable: Command.northwatch, arguments: ["demo"] + arguments, size: Self.usual)
    }

    private func find(_ name: String, pane: String, _ window: TmuxTerminal) async throws {
        try window.press(pane, "/")
        try window.send(name)
        try window.press("Enter", "g")
        try await window.waitFor(" /\(name)")
    }

    @Test func fromAProblemOverItsPageToItsLogAndBack() async throws {
        let window = try demo("--scenario", "incident")
        try await window.waitFor("2 Services (10)")
        try window.press("!")
        try await window.waitFor("╭ Problems (")
        try await window.waitFor("deployment failed")
        // Others may have come before it, and been selected.
        try window.press("/")
        try window.send("gateway")
        try window.press("Enter", "g")
        try await window.waitFor("/gateway")
        try window.press("Enter")
        try await window.waitFor("2 Services of Payments")
        try window.press("Enter")
        try await window.waitFor("Service Gateway")
        try await window.waitFor("Containers")
        try window.resize(Self.small)
        try await window.waitFor("80x24") { lines in lines.filter { !$0.isEmpty }.count <= 24 }
        try await window.waitFor("Service Gateway")
        try window.press("l")
        try await window.waitFor("Log of service Gateway")
        try window.press("/")
        try window.send("info")
        try window.press("Enter")
        try await window.waitFor("/info")
        try window.resize(Self.usual)
        try await window.waitFor("/info")
        // The search, the log, the page, the pane.
        try window.press("Escape", "Escape")
        try await window.waitFor("Service Gateway")
        try window.press("Escape")
        try await window.waitFor("2 Services of Payments")
        try window.press("Escape")
        try await window.waitFor("╭ Problems (")
    }

    @Test func anywhereByNameFromThePalette() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        try window.press(":")
        try window.send("store")
        try await window.waitFor(": store")
        try window.resize(Self.small)
        try await window.waitFor("80x24") { lines in lines.filter { !$0.isEmpty }.count <= 24 }
        try window.send("front")
        try await window.waitFor(": storefront")
        try window.press("Enter")
        try await window.waitFor("2 Services of Checkout")
        try window.resize(Self.usual)
        try await window.waitFor("2 Services of Checkout")
    }

    @Test func aPaneIsFilteredAsOneTypes() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        try window.press("2", "/")
        try window.send("store")
        try await window.waitFor("2 Services (1/25)")
        try window.resize(Self.small)
        try await window.waitFor("80x24") { lines in lines.filter { !$0.isEmpty }.count <= 24 }
        try window.send("x")
        try await window.waitFor("Nothing matches storex")
        try window.press("BSpace", "Enter")
        try await window.waitFor("Storefront")
        try window.resize(Self.usual)
        try await window.waitFor("2 Services (1/25)")
        try window.press("Escape")
        try await window.waitFor("2 Services (25)")
    }

    @Test func severalServicesAreFilteredMarkedAndBuiltAfterOneQuestion() async throws {
        let window = try demo("--speed", "15")
        try await window.waitFor("2 Services (25)")
        try await find("type:combined", pane: "2", window)
        try window.press("Space", "Space")
        try await window.waitFor("✓2 marked")
        try window.resize(Self.small)
        try await window.waitFor("✓2 marked")
        try window.press("B")
        try await window.waitFor("Start 2 builds")
        try window.resize(Self.usual)
        try await window.waitFor("Costs 2 of ")
        try window.press("Enter")
        try await window.waitFor("accepted as")
        try window.press("H")
        try await window.waitFor("accepted or no journal") { lines in
            lines.contains { $0.contains("no journal") || $0.contains("accepted") }
        }
    }

    @Test func aThemeIsSwitchedWhileTheWindowChanges() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        let before = try window.styledScreen()
        try window.press(":")
        try window.send("theme gruvbox")
        try window.resize(Self.small)
        try await window.waitFor("theme gruvbox")
        try window.press("Enter")
        try window.resize(Self.usual)
        try await window.waitFor("2 Services (25)")
        try await window.waitFor("another look") { _ in try window.styledScreen() != before }
    }

    @Test func theJSONOfAThingIsReadSearchedAndLeft() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        try await find("Storefront", pane: "2", window)
        try window.press("y")
        try await window.waitFor("JSON of service Storefront")
        try await window.waitFor("id: \"storefront\"")
        try window.resize(Self.small)
        try window.press("/")
        try window.send("projecturl")
        try window.press("Enter")
        try await window.waitFor("projectUrl: \"https://")
        try window.resize(Self.usual)
        try await window.waitFor("projectUrl: \"https://")
        try window.press("Escape", "Escape")
        try await window.waitFor("2 Services (1/25)")
    }

    @Test func theBrowserIsAskedForTheWebAppAndItsAddressShown() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let browser = folder.appending(path: "browser")
        try "#!/bin/sh\nprintf '%s' \"$1\" > '\(folder.path)/asked'\nexit 3\n"
            .write(to: browser, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: browser.path)
        let window = try TmuxTerminal(
            executable: Command.northwatch, arguments: ["demo"], environment: ["BROWSER": browser.path],
            size: Self.usual)
        try await window.waitFor("2 Services (25)")
        try window.press("2", "o")
        try await window.waitFor("https://app.northflank.com")
        try window.resize(Self.small)
        try await window.waitFor("The browser ended with 3")
        let asked = try String(contentsOf: folder.appending(path: "asked"), encoding: .utf8)
        #expect(asked == "https://app.northflank.com")
        try window.press("Escape")
    }
}
