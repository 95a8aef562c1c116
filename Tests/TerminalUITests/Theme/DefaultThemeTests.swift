import Foundation
import TerminalUI
import Testing
import Yams

/// The theme that everybody sees.
struct DefaultThemeTests {
    private struct File: Decodable {
        var name: String
        var roles: [String: [String: String]]
    }

    private let roles: [String: [String: String]]
    private let theme: Theme

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../themes/default.yaml")
        let description = try YAMLDecoder().decode(File.self, from: Data(contentsOf: file))
        roles = description.roles
        theme = try Theme(name: description.name, roles: description.roles)
    }

    @Test func itSaysSomethingAboutEveryRole() {
        #expect(Set(roles.keys) == Set(Role.allCases.map(\.rawValue)))
        #expect(theme.roles == Set(Role.allCases))
    }

    @Test func textKeepsTheTerminalsOwnBackground() {
        for role in [Role.text, .muted, .stale, .heading, .match, .key, .title, .failing, .healthy] {
            #expect(theme[role].background == .terminal)
        }
        #expect(theme[.text].foreground == .terminal)
    }

    @Test(arguments: ColorDepth.allCases)
    func whatMustDifferDoesInEveryDepth(depth: ColorDepth) {
        let theme = theme.adapted(to: depth)
        let pairs: [(Role, Role)] = [
            (.selection, .text), (.selection, .selectionUnfocused), (.selectionUnfocused, .text),
            (.borderFocused, .border), (.titleFocused, .title), (.failing, .text), (.failing, .healthy),
            (.field, .dialog), (.key, .footer), (.gaugeLow, .gaugeFull), (.headerStrong, .header),
        ]
        for (one, other) in pairs { #expect(theme[one] != theme[other], "\(one) and \(other)") }
    }

    /// Roles that hold text; lines and bars need not be read.
    private static let words = Role.allCases.filter {
        ![.border, .borderFocused, .dialogBorder, .gaugeEmpty, .gaugeFull, .gaugeReserve].contains($0)
    }

    @Test(
        arguments: words, [Color.parse("#1a1b26"), Color.parse("#000000"), Color.parse("#282c34")].compactMap(\.self))
    func wordsStandOutFromTheirBackground(role: Role, terminal: Color) throws {
        for depth in [ColorDepth.trueColor, .palette256] {
            let style = theme.adapted(to: depth)[role]
            let contrast = try contrast(style.foreground, style.background == .terminal ? terminal : style.background)
            #expect(contrast >= 4.5, "\(role) on its background at \(depth): \(contrast)")
        }
    }

    /// What is written over a bar, a dialog or a selected row keeps its own colour there.
    @Test(arguments: [Role.selection, .selectionUnfocused, .header, .footer, .dialog])
    func wordsStandOutFromWhatTheyAreWrittenOver(base: Role) throws {
        for depth in [ColorDepth.trueColor, .palette256] {
            let theme = theme.adapted(to: depth)
            for role in Self.words where theme[role].background == .terminal {
                let contrast = try contrast(theme[role].foreground, theme[base].background)
                #expect(contrast >= 4.5, "\(role) over \(base) at \(depth): \(contrast)")
            }
        }
    }

    // MARK: - Contrast as WCAG 2.1 has it

    private func contrast(_ foreground: Color, _ background: Color) throws -> Double {
        // A dark terminal's own text is at least as light as this.
        let text = try #require(Color.parse("#abb2bf"))
        let lights = try [luminance(foreground == .terminal ? text : foreground), luminance(background)]
        return (max(lights[0], lights[1]) + 0.05) / (min(lights[0], lights[1]) + 0.05)
    }

    private func luminance(_ color: Color) throws -> Double {
        let (red, green, blue) = try #require(components(color))
        let linear = { (value: UInt8) -> Double in
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Of RGB, and of the cube and the greys of the 256 colours.
    private func components(_ color: Color) -> (UInt8, UInt8, UInt8)? {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        switch color {
        case .rgb(let red, let green, let blue): return (red, green, blue)
        case .palette(let index) where index >= 232:
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        case .palette(let index) where index >= 16:
            let cube = Int(index) - 16
            return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        default: return nil
        }
    }
}
