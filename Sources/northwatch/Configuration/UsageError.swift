/// Something the user can put right before starting again: one line that says what, and exit code 64 (`EX_USAGE`).
struct UsageError: Error, CustomStringConvertible {
    static let exitCode: Int32 = 64

    let description: String

    init(_ description: String) { self.description = description }
}
