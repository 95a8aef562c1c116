internal import Dashboard

/// What the threads behind the dashboard send to the main one.
enum Mail: Sendable {
    case message(Message)
    /// There is no going on.
    case fatal(Complaint)
}
