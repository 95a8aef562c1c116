internal import CNcurses
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Starts ncurses.
enum NcursesLibrary {
    struct Started {
        var screen: OpaquePointer
        var depth: ColorDepth
        var renditions: Renditions
    }

    /// - Parameter description: the loaded one; it is unloaded.
    static func start(
        _ description: TerminalDescription, options: TerminalOptions, size: Size, stream: UnsafeMutablePointer<FILE>
    ) throws(TerminalError) -> Started {
        let name = description.name
        let depth = description.colors.depth(
            asked: options.colorDepth, terminal: options.environment["TERM", default: name],
            environment: options.environment)
        let direct = description.covers(depth) ? nil : DirectColorDescription.environmentValue(name: name)
        terminfo_unload()
        // The size goes in from the start: ncurses sets the scrolling region by it.
        let variables = ["LINES": String(size.rows), "COLUMNS": String(size.columns)]
        if let direct,
            let screen = withEnvironment(
                variables.merging(["TERMINFO": direct]) { $1 }, { newterm(name, stream, stream) })
        {
            return prepare(screen, depth: depth)
        }
        guard let screen = withEnvironment(variables, { newterm(name, stream, stream) }) else {
            throw .unknownTerminal(name)
        }
        // A description of direct colours has numbers for the first eight of the palette only.
        return prepare(screen, depth: min(depth, description.colors.count > 256 ? .eight : description.colors.depth))
    }

    private static func prepare(_ screen: OpaquePointer, depth: ColorDepth) -> Started {
        typeahead(-1)
        noecho()
        // Without a look first, some of the calls below crash on a terminal that has no colours.
        let hasColors = depth > .monochrome && has_colors() && start_color() == OK
        let hasTerminalColors = hasColors && use_default_colors() == OK
        let depth = hasColors ? depth : .monochrome
        let renditions = Renditions(
            depth: depth, pairs: Int(ncurses_color_pairs()), hasTerminalColors: hasTerminalColors)
        return Started(screen: screen, depth: depth, renditions: renditions)
    }

    /// Runs `body` with variables set, and sets them back.
    private static func withEnvironment<Result>(_ variables: [String: String], _ body: () -> Result) -> Result {
        let found = variables.keys.map { name in (name, getenv(name).map { String(cString: $0) }) }
        for (name, value) in variables { setenv(name, value, 1) }
        defer {
            for (name, value) in found {
                if let value { setenv(name, value, 1) } else { unsetenv(name) }
            }
        }
        return body()
    }
}
