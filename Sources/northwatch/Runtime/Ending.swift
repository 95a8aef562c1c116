/// Why the dashboard is left.
enum Ending: Equatable {
    /// The user asked for it.
    case quit
    /// The user switches to another account.
    case context(Account)
    /// By custom the exit code is 128 plus the signal's number.
    case signal(Int32)
    case fatal(Complaint)
}
