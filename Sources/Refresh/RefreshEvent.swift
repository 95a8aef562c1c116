public import Northflank

/// What the refresher tells, in the order in which it happened.
public enum RefreshEvent: Hashable, Sendable {
    /// The feed is being asked. One of `loaded` and `failed` follows.
    case started(Feed)
    case loaded(Feed, FeedAnswer)
    /// It is tried again after `retryIn`; nil where that waits for the user or for interest in the feed. The error
    /// `.cancelled` is no trouble: the question was taken back because nobody wants its answer now.
    case failed(Feed, APIError, retryIn: Duration?)
    /// What is left, or whether refreshing stands still, has changed.
    case budget(BudgetStatus)
}
