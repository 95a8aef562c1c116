import Testing

@testable import TerminalUI

struct ThemeTests {
    @Test func aRoleHasItsStyleAndTheTextsWhereTheThemeIsSilent() throws {
        let theme = try Theme(
            name: "mine",
            roles: [
                "text": ["foreground": "white"],
                "failing": ["foreground": "#f7768e", "background": "default", "bold": "true", "underline": "false"],
            ])
        #expect(theme[.failing] == Style(foreground: .rgb(red: 0xF7, green: 0x76, blue: 0x8E), attributes: .bold))
        #expect(theme[.warning] == Style(foreground: .palette(7)))
        #expect(Theme(name: "empty", styles: [:])[.failing] == .plain)
    }

    @Test func aThemeIsCompletedByAnother() throws {
        let base = try Theme(
            name: "base",
            roles: [
                "failing": ["foreground": "1", "ansi": "bright-red"], "warning": ["foreground": "2", "ansi": "3"],
            ])
        let mine = try Theme(name: "mine", roles: ["failing": ["foreground": "4"]]).completed(by: base)
        #expect(mine.name == "mine")
        #expect(mine[.failing].foreground == .palette(4))
        #expect(mine[.warning].foreground == .palette(2))
        #expect(mine.adapted(to: .sixteen)[.failing].foreground == .palette(4))
        #expect(mine.adapted(to: .sixteen)[.warning].foreground == .palette(3))
    }

    // MARK: - Mistakes

    @Test(arguments: [
        (
            ["failling": ["bold": "true"]], ThemeError.unknownRole("failling", nearest: "failing"),
            "there is no role \"failling\"; did you mean failing?"
        ),
        (["xyzzy": [:]], .unknownRole("xyzzy", nearest: nil), "there is no role \"xyzzy\""),
        (
            ["failing": ["foregroud": "red"]],
            .unknownProperty("foregroud", role: .failing, nearest: "foreground"),
            "failing has no property \"foregroud\"; did you mean foreground?"
        ),
        (
            ["selection": ["background": "bleu"]],
            .badColor("bleu", property: "background", role: .selection, nearest: "blue"),
            "selection.background: \"bleu\" is no colour; did you mean blue?; colours are #rrggbb, 0 to 255, default, or names such as red and bright-red"
        ),
        (
            ["failing": ["bold": "very"]], .badAttribute("very", property: "bold", role: .failing),
            "failing.bold is true or false, not \"very\""
        ),
        (
            ["text": ["foreground": "\u{1B}[31mred"]],
            .badColor("\u{1B}[31mred", property: "foreground", role: .text, nearest: nil),
            "text.foreground: \"red\" is no colour; colours are #rrggbb, 0 to 255, default, or names such as red and bright-red"
        ),
    ])
    func aMistakeIsNamedWithWhatWasProbablyMeant(
        roles: [String: [String: String]], error: ThemeError, description: String
    ) {
        #expect(throws: error) { try Theme(name: "mine", roles: roles) }
        #expect(error.description == description)
    }

    @Test(arguments: ["", "white blue", "white on", "on", "white on blue red", "nothing on blue"])
    func ansiColoursAreOneOrTwo(text: String) {
        #expect(throws: ThemeError.self) { try Theme(name: "mine", roles: ["text": ["ansi": text]]) }
    }

    // MARK: - Terminals that show less

    @Test func sixteenColoursAreThoseAskedForOrElseTheNearest() throws {
        let theme = try Theme(
            name: "mine",
            roles: [
                "selection": ["background": "#283457", "bold": "true", "ansi": "white on blue"],
                "field": ["background": "#283457", "ansi": "on cyan"],
                "failing": ["foreground": "#f7768e"],
            ])
        let sixteen = theme.adapted(to: .sixteen)
        #expect(
            sixteen[.selection] == Style(foreground: .palette(7), background: .palette(4), attributes: .bold))
        #expect(sixteen[.field] == Style(background: .palette(6)))
        #expect(sixteen[.failing].background == .terminal)
        guard case .palette(0..<16) = sixteen[.failing].foreground else {
            Issue.record("\(sixteen[.failing].foreground)")
            return
        }
        #expect(
            theme.adapted(to: .palette256)[.selection].background == Color.parse("#283457")?.degraded(to: .palette256))
        #expect(theme.adapted(to: .trueColor) == theme)
    }

    @Test func withoutColoursAttributesTellWhatMatters() {
        let theme = Theme(name: "mine", styles: [.failing: Style(foreground: .palette(1))]).adapted(to: .monochrome)
        for role in Role.allCases {
            #expect(theme[role].foreground == .terminal)
            #expect(theme[role].background == .terminal)
        }
        #expect(theme[.selection].attributes.contains(.reverse))
        #expect(theme[.selection] != theme[.selectionUnfocused])
        #expect(theme[.selectionUnfocused] != theme[.text])
        #expect(theme[.borderFocused] != theme[.border])
        #expect(theme[.titleFocused] != theme[.title])
        #expect(theme[.failing] != theme[.healthy])
        #expect(theme[.field] != theme[.dialog])
        // Nothing that stands on a selected row may undo its reverse.
        #expect(!theme[.failing].attributes.contains(.reverse))
    }
}
