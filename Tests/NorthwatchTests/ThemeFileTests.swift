import Foundation
import TerminalUI
import Testing

@testable import northwatch

/// Themes as they are written, and what is said about those written wrongly.
@Suite struct ThemeFileTests {
    private func complaint(_ yaml: String) -> String? {
        do throws(Complaint) {
            _ = try ThemeFile(place: "mine.yaml", yaml: yaml).theme()
            return nil
        } catch {
            return error.code == 64 ? error.text : "exit code \(error.code)"
        }
    }

    @Test func everyFileOfThemesIsBuiltInAsItIs() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
        #expect(Set(files.map { $0.deletingPathExtension().lastPathComponent }) == Set(Themes.builtIn.map(\.name)))
        for file in files {
            let name = file.deletingPathExtension().lastPathComponent
            #expect(Themes.builtIn.first { $0.name == name }?.yaml == Array(try Data(contentsOf: file)))
        }
    }

    @Test func everyBuiltInThemeNamesEveryRole() throws {
        for (name, _) in Themes.builtIn {
            #expect(try Themes.find(name).roles == Set(Role.allCases))
        }
    }

    @Test func aThemeOfOnesOwnChangesWhatItNames() throws {
        let theme = try ThemeFile(place: "mine.yaml", yaml: "name: mine\nroles:\n  failing: {foreground: \"#ff0000\"}")
            .theme().completed(by: Themes.standard())
        #expect(theme.name == "mine")
        #expect(theme[.failing].foreground == .rgb(red: 255, green: 0, blue: 0))
        #expect(theme[.healthy] == (try Themes.standard())[.healthy])
    }

    @Test func anUnknownRoleIsToldWithItsLineAndTheNearestName() {
        #expect(
            complaint("name: mine\nroles:\n  text: {}\n  failling: {}")
                == "theme mine.yaml, line 4: there is no role \"failling\"; did you mean failing?")
    }

    @Test func anUnknownPropertyIsToldWithItsLineAndTheNearestName() {
        let text = complaint("roles:\n  text:\n    bold: true\n    forground: red")
        #expect(text?.hasPrefix("theme mine.yaml, line 4: ") == true)
        #expect(text?.contains("did you mean foreground?") == true)
    }

    @Test func aColourThatIsNoneIsToldWithItsLineAndTheNearestName() {
        let text = complaint("roles:\n  text:\n    foreground: bright-rd")
        #expect(text?.hasPrefix("theme mine.yaml, line 3: ") == true)
        #expect(text?.contains("did you mean bright-red?") == true)
    }

    @Test func anUnknownKeyIsToldWithTheNearestName() {
        #expect(complaint("role:\n  text: {}")?.contains("did you mean \"roles\"?") == true)
    }

    @Test(arguments: [
        ("roles: [", 1), ("roles:\n  text: {foreground: \"#ff\n", 2), ("", 1), ("- a list", 1),
        ("roles:\n  text: red", 2), ("roles:\n  text: {foreground: [red]}", 2), ("roles:\n\ttext: {}", 2),
    ])
    func whatIsNotAThemeIsRefusedWithALine(yaml: String, line: Int) throws {
        let text = try #require(complaint(yaml))
        #expect(text.hasPrefix("theme mine.yaml, line "), "\(text)")
        let told = try #require(Int(text.dropFirst("theme mine.yaml, line ".count).prefix { $0.isNumber }))
        // YAML notices some things only where the text ends.
        #expect((line...line + 2).contains(told), "\(text)")
    }

    @Test func aNameThatIsNoThemeGetsTheNearest() {
        #expect {
            try Themes.find("defualt")
        } throws: {
            ($0 as? Complaint)?.text.contains("did you mean \"default\"?") == true
        }
    }

    @Test func aFileThatIsNotThereIsRefused() {
        #expect {
            try Themes.find("/no/such/theme.yaml")
        } throws: {
            ($0 as? Complaint)?.text == "theme /no/such/theme.yaml: No such file or directory"
        }
    }
}
