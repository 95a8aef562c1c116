internal import ArgumentParser
internal import TerminalSession
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch themes`: what there is to choose from, and whether a file of one's own is right.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Lists the themes, with a look at each.",
        discussion: """
            Each theme is shown in as many colours as this terminal has; where there are none, or the output goes \
            elsewhere, their names alone are listed.

            EXAMPLES
              northwatch themes
              northwatch --theme nord
              northwatch themes check mine.yaml
            """,
        subcommands: [Check.self]
    )

    func run() throws {
        let depth = Self.depth
        for (name, _) in Themes.builtIn {
            guard depth > .monochrome else {
                Line.put(name, on: STDOUT_FILENO)
                continue
            }
            let theme = try Themes.find(name).adapted(to: depth)
            Line.put(ThemePreview(theme: theme, symbols: .unicode).line, on: STDOUT_FILENO)
        }
    }

    private static var depth: ColorDepth {
        isatty(STDOUT_FILENO) == 1 ? TerminalColors.depth(environment: ProcessEnvironment.take()) : .monochrome
    }
}

extension ThemesCommand {
    /// `northwatch themes check FILE`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a theme: each mistake with its line, and what is hard to read.",
            discussion: """
                A mistake ends it with exit code 64. Words that stand out from what they are written over by less \
                than 4.5:1 (WCAG 2.1) are told too, as far as the theme names both colours.

                EXAMPLES
                  northwatch themes check mine.yaml
                """
        )

        @Argument(help: "A YAML file, or a theme's name.", completion: .file()) var file: String

        func run() throws {
            let low = try Themes.find(file).readings().filter { $0.contrast < Theme.leastContrast }
            for reading in low {
                let place = reading.base == .text ? "" : " over \(reading.base.name)"
                let ratio = Double(Int(reading.contrast * 10)) / 10
                Line.put("\(file): \(reading.role.name)\(place) reads at \(ratio):1", on: STDOUT_FILENO)
            }
            Line.put(low.isEmpty ? "\(file): fine" : "\(file): no mistakes, but hard to read", on: STDOUT_FILENO)
        }
    }
}
