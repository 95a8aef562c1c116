internal import Dashboard
internal import Foundation

/// The user's browser: what `$BROWSER` names, or what the desktop takes for one.
enum Browser {
    /// Asks it to open an address, and says what became of it: once at once, and again if it ends with a failure.
    static func open(
        _ address: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        _ tell: @escaping @Sendable (BrowserOutcome) -> Void
    ) {
        guard let command = command(environment),
            let browser = ChildProcess(["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", address], isApart: true)
        else { return tell(.none) }
        tell(.asked)
        // Some are there for as long as the user reads.
        Thread.detachNewThread {
            let code = browser.wait()
            if code != 0 { tell(.failed(code: code)) }
        }
    }

    /// As a shell has it; nil where nothing could be shown. Over ssh there is no display, so that no browser opens on a
    /// jump host.
    static func command(_ environment: [String: String]) -> String? {
        if environment["BROWSER"]?.isEmpty == false { return "${BROWSER%%:*}" }
        #if canImport(Darwin)
            return environment["SSH_CONNECTION"] == nil ? "open" : nil
        #else
            let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
            return hasDisplay ? "xdg-open" : nil
        #endif
    }
}
