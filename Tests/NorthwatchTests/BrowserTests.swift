import Dashboard
import Foundation
import Synchronization
import Testing

@testable import northwatch

/// Which browser is asked, and what of.
struct BrowserTests {
    @Test(
        arguments: [
            (["BROWSER": "firefox:w3m"], "${BROWSER%%:*}"), (["DISPLAY": ":0"], "xdg-open"),
            (["WAYLAND_DISPLAY": "wayland-0"], "xdg-open"), ([:], nil), (["BROWSER": "", "DISPLAY": ""], nil),
        ] as [([String: String], String?)])
    func whatTheEnvironmentNamesIsAsked(environment: [String: String], command: String?) {
        #expect(Browser.command(environment) == command)
    }

    @Test func whereThereIsNoneThatIsSaid() {
        let told = Mutex<[BrowserOutcome]>([])
        Browser.open("https://example.com", environment: [:]) { outcome in told.withLock { $0.append(outcome) } }
        #expect(told.withLock { $0 } == [.none])
    }
}
