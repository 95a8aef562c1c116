internal import Dashboard
internal import Northflank
internal import TerminalUI

/// What became of an action, for a person, for a script, and as an exit code.
struct ActionReport {
    /// "build of shop/api (main)"
    var title: String
    var outcome: ActionOutcome
    /// Nil where nobody waited.
    var end: ActionWait.End?
    /// Whether a signal came before its answer, and the journal has it open: the next one finds out.
    var isLeftToTheNext = false
    /// The last lines of what has failed.
    var log: [String] = []

    init(title: String, outcome: ActionOutcome) { (self.title, self.outcome) = (title, outcome) }

    /// Whether the API has taken it.
    var hasArrived: Bool {
        switch outcome {
        case .accepted, .found: true
        case .refused, .notFound, .unknown: false
        }
    }

    /// The id of what it began.
    var item: String? {
        switch outcome {
        case .accepted(let item), .found(let item, _): item
        case .refused, .notFound, .unknown: nil
        }
    }

    /// "build of shop/api (main), swift-fox-12"; a backup's title names it already.
    var subject: String {
        guard let item, !title.contains(item) else { return title }
        return "\(title), \(item)"
    }

    var needsLog: Bool {
        if case .ended(let progress) = end { progress.health != .healthy } else { false }
    }

    var exit: ShellExit {
        switch end {
        case .ended(let progress): return progress.health == .healthy ? .well : .broken
        case .failed(let error): return ShellExit(error)
        case .timedOut, .interrupted, .notShown: return .unreachable
        case nil: break
        }
        return switch outcome {
        case .accepted, .found: .well
        case .refused(let error): ShellExit(error)
        case .notFound, .unknown: .unreachable
        }
    }

    /// What was sent and what came of it; how it ended, where somebody waited.
    var words: String {
        if let end { return end.words(of: subject) }
        let id = item.map { " as \($0)" } ?? ""
        return switch outcome {
        case .accepted: "\(title): accepted\(id)"
        case .found(_, let error): "\(title): the answer was lost (\(error)), but it has arrived\(id)"
        case .refused(let error):
            "\(title): nothing was done: \(error)" + (error.remedy.map { "; \($0)" } ?? "")
        case .notFound(let error):
            "\(title) did not arrive (\(error)): nothing has changed, and it can be sent again"
        case .unknown where isLeftToTheNext:
            "\(title): interrupted before its answer; the next northwatch finds out whether it arrived"
        case .unknown(let error, let reason):
            "\(title): nobody knows whether it arrived (\(error); \(reason)); look before sending it again"
        }
    }

    /// Results go to standard output, and what went wrong to standard error.
    /// - Throws: what went wrong.
    func say(_ asJSON: Bool) throws(Complaint) -> ShellExit {
        if asJSON { try JSONOutput.put(self) }
        guard exit == .well else {
            for line in asJSON ? [] : log { Line.say(line) }
            throw Complaint(exit, words)
        }
        if !asJSON { Line.say(words) }
        return .well
    }
}

extension ActionReport: Encodable {
    private enum Keys: String, CodingKey {
        case action, outcome, id, error, exitCode, end, status, seconds, message, log
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Keys.self)
        try object.encode(title, forKey: .action)
        try object.encode(outcome.word, forKey: .outcome)
        try object.encodeIfPresent(item, forKey: .id)
        try object.encode(exit.rawValue, forKey: .exitCode)
        if exit != .well { try object.encode(words, forKey: .error) }
        guard let end else { return }
        try object.encode(end.word, forKey: .end)
        try object.encodeIfPresent(end.progress?.status, forKey: .status)
        let seconds = end.progress?.duration.map { ($0 * 1000).rounded() / 1000 }
        try object.encodeIfPresent(seconds, forKey: .seconds)
        try object.encodeIfPresent(end.progress?.message, forKey: .message)
        if !log.isEmpty { try object.encode(log, forKey: .log) }
    }
}

extension ActionOutcome {
    /// As the journal has it.
    fileprivate var word: String {
        switch self {
        case .accepted: JournalEntry.Outcome.accepted.rawValue
        case .found: JournalEntry.Outcome.found.rawValue
        case .refused: JournalEntry.Outcome.refused.rawValue
        case .notFound: JournalEntry.Outcome.notFound.rawValue
        case .unknown: JournalEntry.Outcome.unknown.rawValue
        }
    }
}
