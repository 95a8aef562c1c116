public import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What there is to draw on, without drawing on it.
public struct TerminalSurvey: Hashable, Sendable {
    /// Why no screen can be opened; nil where one can.
    public var problem: TerminalError?
    /// `TERM`, empty where it isn't set.
    public var type: String
    /// Nil where standard output is no terminal.
    public var size: Size?
    public var depth: ColorDepth
    /// Whether the locale's characters are UTF-8.
    public var isUTF8: Bool

    /// Looks around. Not while a screen is up, and before other threads run: the locale is set.
    public init(environment: [String: String]) {
        type = environment["TERM"] ?? ""
        size = Self.size()
        do throws(TerminalError) {
            guard size != nil else { throw .noTerminal }
            _ = try TerminalDescription(term: environment["TERM"])
            Terminfo.unload()
        } catch {
            problem = error
        }
        depth = TerminalColors.depth(environment: environment)
        isUTF8 = CharacterSet.adopt(environment: environment)
    }

    public init(problem: TerminalError? = nil, type: String, size: Size?, depth: ColorDepth, isUTF8: Bool) {
        self.problem = problem
        self.type = type
        self.size = size
        self.depth = depth
        self.isUTF8 = isUTF8
    }

    private static func size() -> Size? {
        var window = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }
}
