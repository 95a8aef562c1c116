internal import TerminalUI

/// The themes that come with the program.
enum ThemeLibrary {
    static func standard() throws(UsageError) -> Theme {
        Theme(name: "default", styles: [:])
    }
}
