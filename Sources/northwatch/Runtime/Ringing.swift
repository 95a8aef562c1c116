internal import TerminalUI

/// How the user is called back to the terminal.
struct Ringing: Hashable {
    var bell = true
    /// A notification by OSC 9, where the terminal shows them.
    var notification = true

    static let silent = Ringing(bell: false, notification: false)

    func notices(_ text: String) -> [TerminalNotice] {
        (notification ? [.notification(text)] : []) + (bell ? [.bell] : [])
    }
}
