/// What became of an action's one request.
public enum ActionOutcome: Hashable, Sendable {
    /// The API took it and answered with the id of what it began; nil where it began nothing that has one.
    case accepted(id: String?)
    /// The API said no, or nothing was sent at all: nothing happened.
    case refused(APIError)
    /// The answer was lost. The API was asked, and this wasn't there before; or, where the id is nil, it shows what was
    /// wanted.
    case found(id: String?, after: APIError)
    /// The answer was lost. The API was asked, and it shows what was there before: it did not arrive.
    case notFound(after: APIError)
    /// The answer was lost, and the API can't be asked, or doesn't tell. It may have happened.
    case unknown(APIError, reason: String)
}
