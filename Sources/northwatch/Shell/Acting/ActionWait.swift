internal import Dashboard
internal import Northflank
internal import TerminalUI

/// Follows what an action has begun to its end, within the budget.
struct ActionWait {
    let account: OpenAccount
    let action: Action
    /// The id of what it began.
    let item: String?
    /// Nil waits as long as it takes.
    let limit: Duration?

    enum End {
        case ended(ActionProgress)
        /// The API doesn't show it.
        case notShown
        case timedOut(ActionProgress?, Duration)
        case interrupted(ActionProgress?)
        /// It can't be looked at any more.
        case failed(APIError)
    }

    /// How long what was accepted may take to show.
    private static let longestMissing = Duration.seconds(120)
    /// What has no id has a state from before: until then a state that rests is not believed to be the new one.
    private static let settling = Duration.seconds(15)

    func run(_ line: ProgressLine) async -> End {
        defer { line.finish() }
        let start = ContinuousClock.now
        let deadline = limit.map { start + $0 }
        var pace = WaitPace()
        var last: ActionProgress?
        var hasMoved = item != nil
        while true {
            let look = await look()
            var status = "accepted"
            switch look {
            case .failure(let error) where !error.isPassing:
                return Task.isCancelled ? .interrupted(last) : .failed(error)
            case .failure(let error):
                pace.failed(error)
                status = "not heard (\(error))"
            case .success(let progress):
                pace.answered()
                last = progress ?? last
                hasMoved = hasMoved || progress?.isActive == true
                if let progress, !progress.isActive, hasMoved || start + Self.settling <= .now {
                    return .ended(progress)
                }
                if progress == nil, start + Self.longestMissing <= .now { return .notShown }
                status = progress?.status ?? status
            }
            let pause = pace.pause(after: .now - start, account.spending.rateLimit)
            line.show(status, asked: pause)
            let next = ContinuousClock.now + pause
            do {
                try await Task.sleep(until: min(next, deadline ?? next))
            } catch {
                return .interrupted(last)
            }
            if let limit, let deadline, deadline <= .now { return .timedOut(last, limit) }
        }
    }

    private func look() async -> Result<ActionProgress?, APIError> {
        do throws(APIError) {
            try await account.load(action.feed)
            return .success(ActionProgress(of: action, item: item, in: account.known))
        } catch {
            // The reserve is for actions, and looking is none.
            if error == .cancelled, case .reserve(let left) = account.spending.limit {
                let problem = APIError.Problem(status: 0, message: "the rest is kept for actions")
                return .failure(.rateLimited(problem, retryAfter: left.resetIn))
            }
            return .failure(error)
        }
    }
}

extension APIError {
    /// Whether waiting on makes sense.
    fileprivate var isPassing: Bool {
        switch self {
        case .unreachable, .server, .unexpected, .rateLimited: true
        case .unauthorized, .forbidden, .notFound, .conflict, .invalid, .cancelled: false
        }
    }
}

extension ActionWait.End {
    /// How far it was when last seen.
    var progress: ActionProgress? {
        switch self {
        case .ended(let progress): progress
        case .timedOut(let progress, _), .interrupted(let progress): progress
        case .notShown, .failed: nil
        }
    }

    /// For scripts.
    var word: String {
        switch self {
        case .ended: "ended"
        case .notShown: "notShown"
        case .timedOut: "timedOut"
        case .interrupted: "interrupted"
        case .failed: "failed"
        }
    }

    func words(of subject: String) -> String {
        let goesOn = "it goes on\(progress.map { " (\($0.status) when last seen)" } ?? ""): look at northwatch status"
        switch self {
        case .ended(let progress):
            let time = progress.duration.map { " after \(RelativeTime.duration($0))" } ?? ""
            let message = progress.health == .healthy ? "" : progress.message.map { ": \($0)" } ?? ""
            return "\(subject): \(progress.status)\(time)\(message)"
        case .notShown: return "\(subject): it was accepted, but it doesn't show; look at northwatch status"
        case .timedOut(_, let limit):
            let time = RelativeTime.duration(Double(limit.components.seconds))
            return "\(subject): no end within \(time); \(goesOn)"
        case .interrupted: return "\(subject): no longer waiting; \(goesOn)"
        case .failed(let error):
            let remedy = error.remedy.map { "; \($0)" } ?? ""
            return "\(subject): it was accepted, but can't be followed: \(error)\(remedy)"
        }
    }
}
