import Dashboard
import Northflank
import NorthflankAPI
import Refresh
import TerminalUI
import Testing

@testable import northwatch

/// The configuration as it is written, and what is said of one that is written wrongly.
@Suite struct ConfigurationFileTests {
    private func configuration(_ yaml: String) throws(Complaint) -> Configuration {
        try ConfigurationFile(path: "/etc/mine.yaml", yaml: yaml, home: "/home/ana").configuration()
    }

    /// What is said of it, without the file's name; nil where there is nothing to say.
    private func complaint(_ yaml: String) -> String? {
        do throws(Complaint) {
            _ = try configuration(yaml)
            return nil
        } catch {
            let prefix = "config /etc/mine.yaml, "
            return error.code == 64 && error.text.hasPrefix(prefix)
                ? String(error.text.dropFirst(prefix.count)) : "unlike the others: \(error)"
        }
    }

    @Test(arguments: ["", "# only a comment\n", "contexts: {}\n"]) func whatSaysNothingChangesNothing(yaml: String)
        throws
    {
        #expect(try configuration(yaml) == Configuration())
    }

    @Test func aContextHasAnAccountAndATokenFromElsewhere() throws {
        let yaml = """
            context: work
            contexts:
              work:
                token-file: ~/tokens/work
                team: acme
                project: shop
                read-only: true
              lab:
                token-env: LAB_TOKEN
                api-url: http://127.0.0.1:8080/v1
            """
        let configuration = try configuration(yaml)
        #expect(configuration.defaultContext == "work")
        #expect(
            configuration.contexts == [
                .init(
                    name: "work", token: .file(path: "/home/ana/tokens/work"), team: "acme", project: "shop",
                    readOnly: true),
                .init(name: "lab", token: .variable("LAB_TOKEN"), apiURL: try BaseURL("http://127.0.0.1:8080/v1")),
            ])
        #expect(configuration.tokenVariables == ["LAB_TOKEN"])
    }

    @Test func aRelativePathStartsWhereTheFileIs() throws {
        let context = try configuration("contexts: {a: {token-file: ./token}}").contexts.first
        #expect(context?.token == .file(path: "/etc/./token"))
    }

    @Test func theRestIsTaken() throws {
        let yaml = """
            theme: nord
            mouse: false
            notifications:
              bell: false
              rules:
                - {kinds: [build, run], on: [failing, healthy], projects: [shop]}
            problems:
              oldest-backup-hours: 1.5
              ignore:
                - {kinds: [build-failed, unreadable], older-than-days: 2}
                - {projects: [lab]}
            confirmations: twice
            refresh:
              builds: {at-most-every: 10s}
              backups: {at-most-every: 5m, at-least-every: 2h}
            keys:
              zoom: [x, F2]
              start-build: V
              back-up: []
              theme-light: v
              context-lab: "9"
            contexts:
              lab: {}
            """
        let configuration = try configuration(yaml)
        #expect(configuration.theme == "nord")
        #expect(configuration.ringing == Ringing(bell: false, notification: true))
        let preferences = configuration.preferences
        #expect(!preferences.usesMouse)
        #expect(preferences.oldestBackup == 5400)
        #expect(
            configuration.refresh == [
                .builds: RefreshLimits(soonest: 10), .backups: RefreshLimits(soonest: 300, latest: 7200),
            ])
        #expect(preferences.confirmsTwice)
        #expect(
            preferences.ringRules == [
                RingRule(kinds: [.build, .run], health: [.failing, .healthy], projects: ["shop"])
            ])
        #expect(
            preferences.ignoredProblems == [
                IgnoreRule(kinds: [.buildFailed, .unreadable], age: 172_800), IgnoreRule(projects: ["lab"]),
            ])
        #expect(preferences.keymap.keys(for: .zoom) == [Key("x"), Key(.function(2))])
        #expect(preferences.keymap.keys(for: .startBuild) == [Key("V")])
        #expect(preferences.keymap.keys(for: .backUp).isEmpty)
        #expect(preferences.keymap.command(for: Key("v")) == .theme("light"))
        #expect(preferences.keymap.command(for: Key("9")) == .context("lab"))
    }

    @Test(arguments: [
        ("theme: nord\nmuose: true", 2, "did you mean \"mouse\"?"),
        ("contexts:\n  a:\n    taem: b", 3, "did you mean \"team\"?"),
        ("notifications:\n  bel: true", 2, "did you mean \"bell\"?"),
        ("problems:\n  oldest-backup-hour: 3", 2, "did you mean \"oldest-backup-hours\"?"),
        ("notifications:\n  rules:\n    - {kind: [build]}", 3, "did you mean \"kinds\"?"),
        ("notifications:\n  rules:\n    - {on: [faling]}", 3, "did you mean \"failing\"?"),
        ("notifications:\n  rules:\n    - kinds:\n        - bulid", 4, "did you mean \"build\"?"),
        ("problems:\n  ignore:\n    - kinds: [build-faild]", 3, "did you mean \"build-failed\"?"),
        ("refresh:\n  bulids: {at-most-every: 10s}", 2, "did you mean \"builds\"?"),
        ("refresh:\n  builds:\n    at-most-evry: 10s", 3, "did you mean \"at-most-every\"?"),
        ("theme: nrod", 1, "did you mean \"nord\"?"), ("web:\n  servise: https://a", 2, "did you mean \"service\"?"),
        ("web:\n  service: \"https://a/{servise}\"", 2, "did you mean {service}?"),
        ("context: wrok\ncontexts:\n  work: {}", 1, "did you mean \"work\"?"),
        ("keys:\n  zom: z", 2, "did you mean \"zoom\"?"),
        ("keys:\n  context-wrok: z\ncontexts: {work: {}}", 2, "did you mean \"context-work\"?"),
        ("keys:\n  zoom:\n    - z\n    - ctlr-z", 4, "did you mean \"ctrl-z\"?"),
    ])
    func whatIsMisspeltIsToldWithItsLineAndTheNearestName(yaml: String, line: Int, guess: String) throws {
        let text = try #require(complaint(yaml))
        #expect(text.hasPrefix("line \(line): "), "\(text)")
        #expect(text.hasSuffix(guess) || text.contains("\(guess) "), "\(text)")
    }

    @Test(arguments: [
        ("mouse: maybe", 1, "true or false"), ("notifications:\n  osc9: 1", 2, "true or false"),
        ("confirmations: never", 1, "once or twice"), ("problems:\n  oldest-backup-hours: 0", 2, "above 0"),
        ("notifications:\n  rules: {on: [failing]}", 2, "must be a list"),
        ("notifications:\n  rules:\n    - {}", 3, "must say something"),
        ("problems:\n  ignore:\n    - {kinds: []}", 3, "must be a list such as"),
        ("problems:\n  ignore:\n    - {older-than-days: -1}", 3, "a number of days above 0"),
        ("refresh:\n  builds: {at-most-every: 10}", 2, "such as 30s"),
        ("refresh:\n  builds: {at-most-every: 0s}", 2, "from 1s to 24h"),
        ("refresh:\n  builds: {at-least-every: 25h}", 2, "from 1s to 24h"),
        ("refresh:\n  builds: {at-most-every: 2m, at-least-every: 1m}", 2, "must not be shorter"),
        ("problems: {oldest-backup-hours: inf}", 1, "above 0"), ("theme: [nord]", 1, "single value"),
        ("keys: [zoom]", 1, "mapping"), ("keys:\n  zoom: {a: b}", 2, "single value"),
        ("contexts:\n  a:\n    api-url: http://example.com/v1", 3, "api-url: "),
        ("contexts:\n  a:\n    read-only: perhaps", 3, "true or false"), ("contexts:\n  a:\n    team: ''", 3, "empty"),
        ("contexts:\n  a b: {}", 2, "letters"), ("web:\n  front: app.northflank.com", 2, "no web address"),
        ("web:\n  project: \"https://a/{project\"", 2, "{ without a }"),
        ("web:\n  project: \"https://a/{build}\"", 2, "the address of a project has no {build}, but {team}, {project}"),
        ("contexts:\n  a:\n    token-file: ./t\n    token-env: T", 4, "exclude"),
        ("mouse: true\nmouse: false", 1, "mouse stands twice"),
        ("theme: ./no-such-theme.yaml", 1, "/etc/./no-such-theme.yaml: No such file"),
        ("context: work", 1, "The configuration has none."),
        ("keys:\n  zoom: ctrl-i", 2, "terminals send \"tab\" for \"ctrl-i\""),
    ])
    func whatWontDoIsToldWithItsLine(yaml: String, line: Int, reason: String) throws {
        let text = try #require(complaint(yaml))
        #expect(text.hasPrefix("line \(line): "), "\(text)")
        #expect(text.contains(reason), "\(text)")
    }

    @Test(arguments: ["contexts: [", "\tmouse: true", "just words"]) func whatIsNotAConfigurationIsRefused(
        yaml: String
    ) {
        #expect(complaint(yaml)?.hasPrefix("line ") == true)
    }

    @Test func twoCommandsOnOneKeyAreToldWithTheLineOfTheSecond() {
        #expect(
            complaint("keys:\n  zoom: x\n  mark:\n    - u\n    - x")
                == "line 5: \"x\" can't be for mark: it is for zoom, which needs other keys first")
        #expect(
            complaint("keys:\n  zoom: j")
                == "line 2: \"j\" can't be for zoom: it is for move-down, which needs other keys first")
        #expect(complaint("keys:\n  zoom: j\n  move-down: n") == nil)
    }

    @Test(arguments: ["start-build", "run-job", "back-up"]) func whatActsTakesACapitalLetterAlone(command: String) {
        for key in ["b", "f2", "ctrl-b", "'1'"] {
            #expect(
                complaint("keys:\n  \(command): [\(key)]")?.hasPrefix("line 2: \(command) changes the account") == true)
        }
    }

    @Test(arguments: [
        "token: very-secret", "contexts:\n  a:\n    token: very-secret", "contexts: {a: {Token: very-secret}}",
    ])
    func aTokenHasNoPlaceInTheFileAndIsNotRepeated(yaml: String) throws {
        let text = try #require(complaint(yaml))
        #expect(text.contains("token-file"))
        #expect(text.contains("token-env"))
        #expect(!text.contains("very-secret"))
    }

    @Test(arguments: ["token-file", "token-env"]) func aTokenWhereItsPlaceIsNamedIsNotRepeated(setting: String) throws {
        let text = try #require(complaint("contexts:\n  a:\n    \(setting): very-secret.token"))
        #expect(text.hasPrefix("line 3: \(setting) takes the "), "\(text)")
        #expect(!text.contains("very-secret"))
    }
}
