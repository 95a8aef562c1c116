/// Why the dashboard is left.
enum Ending: Equatable {
    /// The user asked for it.
    case quit
    /// By custom the exit code is 128 plus the signal's number.
    case signal(Int32)
    case fatal(Complaint)
}
