import Foundation
import TerminalUI
import Testing
import Yams

/// The themes of `themes/`.
struct ThemesTests {
    private struct File: Decodable {
        var name: String
        var roles: [String: [String: String]]
    }

    static let names = ["default", "light", "high-contrast", "solarized-dark", "nord", "gruvbox", "monochrome"]

    private func theme(_ name: String) throws -> Theme {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../themes/\(name).yaml")
        let description = try YAMLDecoder().decode(File.self, from: Data(contentsOf: file))
        return try Theme(name: description.name, roles: description.roles)
    }

    @Test(arguments: names) func itSaysSomethingAboutEveryRole(name: String) throws {
        let theme = try theme(name)
        #expect(theme.name == name)
        #expect(theme.roles == Set(Role.allCases))
    }

    @Test func theStandardThemeKeepsTheTerminalsOwnBackground() throws {
        let theme = try theme("default")
        for role in [Role.text, .muted, .stale, .heading, .match, .key, .title, .failing, .healthy] {
            #expect(theme[role].background == .terminal)
        }
        #expect(theme[.text].foreground == .terminal)
    }

    @Test func monochromeIsWhatTerminalsWithoutColoursShow() throws {
        let theme = try theme("monochrome")
        for role in Role.allCases {
            // An italic is more than they promise.
            #expect(theme[role].attributes.subtracting(.italic) == Theme.monochrome[role].attributes, "\(role)")
            #expect(theme[role].foreground == .terminal && theme[role].background == .terminal)
        }
    }

    @Test(arguments: names, ColorDepth.allCases)
    func whatMustDifferDoesInEveryDepth(name: String, depth: ColorDepth) throws {
        let theme = try theme(name).adapted(to: depth)
        let pairs: [(Role, Role)] = [
            (.selection, .text), (.selection, .selectionUnfocused), (.selectionUnfocused, .text),
            (.borderFocused, .border), (.titleFocused, .title), (.failing, .text), (.failing, .healthy),
            (.field, .dialog), (.key, .footer), (.gaugeLow, .gaugeFull), (.headerStrong, .header),
        ]
        for (one, other) in pairs { #expect(theme[one] != theme[other], "\(one) and \(other)") }
    }

    /// Backgrounds of well-known dark terminals: the standard theme keeps them.
    static let darkTerminals = [Color.parse("#1a1b26"), Color.parse("#000000"), Color.parse("#282c34")].compactMap(
        \.self)

    @Test(arguments: names, darkTerminals)
    func wordsStandOutFromWhatTheyAreWrittenOver(name: String, terminal: Color) throws {
        // A dark terminal's own text is at least as light as this.
        let text = try #require(Color.parse("#abb2bf"))
        for depth in [ColorDepth.trueColor, .palette256] {
            let readings = try theme(name).adapted(to: depth).readings(foreground: text, background: terminal)
            #expect(readings.count >= 90)
            for reading in readings {
                #expect(reading.contrast >= Theme.leastContrast, "\(name) at \(depth): \(reading)")
            }
        }
    }

    @Test(arguments: names.filter { $0 != "default" && $0 != "monochrome" })
    func aThemeWithABackgroundOfItsOwnReadsOnEveryTerminal(name: String) throws {
        let theme = try theme(name)
        #expect(theme.readings() == theme.readings(foreground: .rgb(red: 255, green: 0, blue: 0)))
        #expect(theme[.text].background != .terminal)
    }
}

struct BackgroundTests {
    @Test func textShowsWhatItIsWrittenOver() throws {
        let theme = try Theme(
            name: "mine",
            roles: [
                "text": ["foreground": "#ffffff", "background": "#000010"], "dialog": ["background": "#202020"],
                "failing": ["foreground": "#ff8080"],
            ])
        #expect(theme.style(of: .text).background == Color.parse("#000010"))
        #expect(theme.style(of: .text, over: .dialog).background == Color.parse("#202020"))
        #expect(
            theme.style(of: .muted, over: .dialog).background == Color.parse("#202020"), "the theme is silent of it")
        #expect(theme.style(of: .failing).background == Color.parse("#000010"))
        #expect(theme.style(of: .failing, over: .dialog).foreground == Color.parse("#ff8080"))
    }
}

struct ContrastTests {
    private func color(_ text: String) throws -> Color { try #require(Color.parse(text)) }

    @Test func blackAndWhiteAreTwentyOneToOne() throws {
        let ratio = try #require(try color("#000000").contrast(with: try color("#ffffff")))
        #expect(abs(ratio - 21) < 0.001)
    }

    /// The grey that WCAG's guides name as the lightest that reads on white.
    @Test func aKnownGreyOnWhite() throws {
        let ratio = try #require(try color("#767676").contrast(with: try color("#ffffff")))
        #expect(abs(ratio - 4.54) < 0.01)
    }

    @Test(arguments: ["default", "red", "15"]) func theTerminalsOwnColoursAreUnknown(name: String) throws {
        #expect(try color(name).contrast(with: try color("#ffffff")) == nil)
    }

    @Test func aColourThatVanishesOnASelectedRowIsFound() throws {
        let theme = try Theme(
            name: "mine",
            roles: [
                "text": ["foreground": "#ffffff", "background": "#000000"], "selection": ["background": "#aa0000"],
                "failing": ["foreground": "#bb0000"],
            ])
        let low = theme.readings().filter { $0.contrast < Theme.leastContrast }
        #expect(low.contains { $0.role == .failing && $0.base == .selection })
        #expect(!low.contains { $0.role == .text && $0.base == .text })
    }
}
