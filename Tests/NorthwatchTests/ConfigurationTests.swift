import ArgumentParser
import Dashboard
import Foundation
import Northflank
import NorthflankAPI
import TerminalUI
import Testing

@testable import northwatch

/// Where the configuration is looked for, and how it goes together with options and environment.
@Suite struct ConfigurationTests {
    private func withFile(_ text: String, mode: Int = 0o600, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "northwatch"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "northwatch/config.yaml").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try body(path)
    }

    private func configuration(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> Configuration {
        try ConfigurationOptions.parse(arguments).configuration(environment)
    }

    // MARK: - The file

    @Test func itIsLookedForWhereXDGSays() {
        #expect(ConfigurationOptions.usualPath(["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/northwatch/config.yaml")
        #expect(ConfigurationOptions.usualPath(["HOME": "/h"]) == "/h/.config/northwatch/config.yaml")
        #expect(
            ConfigurationOptions.usualPath(["XDG_CONFIG_HOME": "c", "HOME": "/h"])
                == "/h/.config/northwatch/config.yaml")
        #expect(ConfigurationOptions.usualPath([:]) == nil)
    }

    @Test func thatThereIsNoneIsFineUnlessItWasNamed() throws {
        #expect(try configuration([], ["HOME": "/no/such/home"]) == Configuration())
        #expect(try configuration([]) == Configuration())
        #expect {
            try configuration(["--config", "/no/such/config.yaml"])
        } throws: {
            $0 as? Complaint == .usage("config /no/such/config.yaml: No such file or directory")
        }
    }

    @Test func theOneThatIsNamedGoesBeforeTheUsualOne() throws {
        try withFile("theme: light") { path in
            let folder = String(path.dropLast("/northwatch/config.yaml".count))
            #expect(try configuration([], ["XDG_CONFIG_HOME": folder]).theme == "light")
            try withFile("theme: nord") { other in
                let configuration = try configuration(["--config", other], ["XDG_CONFIG_HOME": folder])
                #expect(configuration.theme == "nord")
            }
        }
    }

    @Test(arguments: [0o644, 0o600, 0o444]) func oneThatOthersCanReadIsFine(mode: Int) throws {
        try withFile("theme: light", mode: mode) { path in
            let configuration = try configuration(["--config", path])
            #expect(configuration.theme == "light")
        }
    }

    @Test(arguments: [0o666, 0o620, 0o602]) func oneThatOthersCanWriteIsRefusedWithTheRemedy(mode: Int) throws {
        try withFile("theme: light", mode: mode) { path in
            #expect {
                try configuration(["--config", path])
            } throws: {
                let complaint = $0 as? Complaint
                return complaint?.code == 64 && complaint?.text.hasSuffix("chmod go-w \(path)") == true
            }
        }
    }

    /// Only root can give a file away.
    @Test(.enabled(if: geteuid() == 0)) func oneOfAnotherUserIsRefused() throws {
        try withFile("theme: light") { path in
            try FileManager.default.setAttributes([.ownerAccountID: 1], ofItemAtPath: path)
            #expect {
                try configuration(["--config", path])
            } throws: {
                $0 as? Complaint == .usage("config \(path): it belongs to another user")
            }
        }
    }

    @Test func theExampleOfTheREADMEIsRight() throws {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let section = try #require(text.range(of: "\n## Configuration\n")?.upperBound)
        let start = try #require(text.range(of: "```yaml\n", range: section..<text.endIndex)?.upperBound)
        let end = try #require(text.range(of: "```", range: start..<text.endIndex)?.lowerBound)
        let configuration = try ConfigurationFile(path: "example.yaml", yaml: String(text[start..<end]), home: "/h")
            .configuration()
        #expect(configuration.contexts.count > 1)
        #expect(configuration.preferences.keymap != .standard)
    }

    // MARK: - Which account

    private func accounts(_ arguments: [String], _ environment: [String: String], _ yaml: String) throws -> Accounts {
        Accounts(
            options: try AccountOptions.parse(arguments), environment: environment,
            configuration: try ConfigurationFile(path: "config.yaml", yaml: yaml, home: nil).configuration())
    }

    private static let yaml = """
        context: work
        contexts:
          work: {token-env: WORK, api-url: https://work.example/v1, team: acme, project: shop}
          home: {token-env: HOME_TOKEN, read-only: true}
          bare: {team: lonely}
        """
    private static let environment = ["WORK": "work-token", "HOME_TOKEN": "home-token"]

    @Test func theDefaultContextIsOpened() throws {
        let account = try accounts([], Self.environment, Self.yaml).first(nil)
        #expect(account.context == "work")
        #expect(try account.token == APIToken("work-token"))
        #expect(account.baseURL.host == "work.example")
        #expect(account.team == "acme")
        #expect(account.project?.rawValue == "shop")
        #expect(!account.readOnly)
    }

    @Test func theContextThatIsChosenGoesBeforeTheDefault() throws {
        let account = try accounts([], Self.environment, Self.yaml).first("home")
        #expect(account.context == "home")
        #expect(try account.token == APIToken("home-token"))
        #expect(account.baseURL == .northflank)
        #expect(account.readOnly)
    }

    @Test func optionsGoBeforeTheContext() throws {
        let account = try accounts(
            ["--team", "other", "--project", "p", "--api-url", "https://option.example/v1", "--read-only"],
            Self.environment, Self.yaml
        ).first("work")
        #expect(account.team == "other")
        #expect(account.project?.rawValue == "p")
        #expect(account.baseURL.host == "option.example")
        #expect(account.readOnly)
        try withFile("from-the-option") { path in
            let account = try accounts(["--token-file", path], Self.environment, Self.yaml).first("work")
            #expect(try account.token == APIToken("from-the-option"))
        }
    }

    @Test func variablesGoBeforeTheDefaultContextButNotBeforeOneThatWasChosen() throws {
        let environment = Self.environment.merging([
            "NORTHFLANK_API_TOKEN": "usual-token", "NORTHFLANK_API_URL": "https://variable.example/v1",
        ]) { $1 }
        let accounts = try accounts([], environment, Self.yaml)
        #expect(try accounts.first(nil).token == APIToken("usual-token"))
        #expect(try accounts.first(nil).baseURL.host == "variable.example")
        #expect(try accounts.first("work").token == APIToken("work-token"))
        #expect(try accounts.first("work").baseURL.host == "work.example")
        // What it leaves open.
        #expect(try accounts.first("bare").token == APIToken("usual-token"))
        #expect(try accounts.first("bare").baseURL.host == "variable.example")
    }

    @Test func anotherContextHasNothingOfTheOptionsButReadOnly() throws {
        let accounts = try accounts(
            ["--team", "other", "--api-url", "https://option.example/v1", "--read-only"], Self.environment, Self.yaml)
        let account = try accounts.named("work")
        #expect(account.team == "acme")
        #expect(account.baseURL.host == "work.example")
        #expect(account.readOnly)
    }

    @Test(arguments: [
        ("wrok", [:], "did you mean \"work\"?"), ("work", [:], "WORK, which is not set"),
        ("bare", [:], "--context NAME (work, home, bare)"), ("work", ["WORK": "two words"], "WORK: "),
    ])
    func whatCannotBeOpenedIsSaid(context: String, environment: [String: String], reason: String) {
        #expect {
            try accounts([], environment, Self.yaml).first(context)
        } throws: {
            let complaint = $0 as? Complaint
            return complaint?.code == 64 && complaint?.text.contains(reason) == true
                && complaint?.text.contains("two words") == false
        }
    }

    // MARK: - Other options

    @Test func optionsGoBeforeThemeAndNotifications() throws {
        var configuration = Configuration(theme: "nord")
        configuration.ringing.bell = false
        let plain = try AppearanceOptions.parse([]).launch([:], configuration)
        #expect(plain.theme == (try Themes.find("nord")))
        #expect(plain.ringing == Ringing(bell: false, notification: true))
        let asked = try AppearanceOptions.parse(["--theme", "light", "--quiet"]).launch([:], configuration)
        #expect(asked.theme == (try Themes.find("light")))
        #expect(asked.ringing == .silent)
    }

    @Test func whatRingsIsWhatIsSwitchedOn() {
        #expect(Ringing().notices("done") == [.notification("done"), .bell])
        #expect(Ringing(bell: true, notification: false).notices("done") == [.bell])
        #expect(Ringing.silent.notices("done").isEmpty)
    }
}
