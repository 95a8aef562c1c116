internal import Northflank
internal import Store
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Counts the requests that this process sends: to which operation, why, and in which minute.
final class Ledger: Sendable {
    /// Why the requests of this task are sent. What isn't said to be for something else is the user's doing.
    @TaskLocal static var reason = RequestReason.action

    private struct Line: Hashable {
        var minute: Int
        var operation: String
        var reason: RequestReason
    }

    private struct Counts {
        /// Of the last hour.
        var sent: [Line: Int] = [:]
        /// Those that the state database doesn't have yet.
        var unwritten: [Line: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let by: String
    /// Where all processes of this user write theirs; nil where nothing is kept.
    private let stored: StoredAccount?

    /// Minutes that are kept: an hour's window and the one in which it began.
    private static let minutesKept = 61

    init(by: String, stored: StoredAccount?) {
        self.by = by
        self.stored = stored
    }

    /// A request to this operation is sent, for the task's reason.
    func note(_ operation: String, at now: Date = Date()) {
        let line = Line(minute: Int(now.timeIntervalSince1970 / 60), operation: operation, reason: Self.reason)
        counts.withLock { counts in
            if counts.sent[line] == nil {
                counts.sent = counts.sent.filter { $0.key.minute > line.minute - Self.minutesKept }
            }
            counts.sent[line, default: 0] += 1
            counts.unwritten[line, default: 0] += 1
        }
    }

    /// Writes what was sent since the last call. What can't be written is missing on the others' screens, no more.
    func write() async throws(StoreProblem) {
        let lines = counts.withLock { counts in
            defer { counts.unwritten = [:] }
            return spent(counts.unwritten)
        }
        if !lines.isEmpty { try await stored?.add(lines) }
    }

    /// What all processes of this user have sent in the last hour; this one's alone where nothing is shared, or the
    /// database fails.
    func lastHour(at now: Date = Date()) async -> [SpentRequests] {
        if let stored {
            let first = Int(now.timeIntervalSince1970 / 60) - Self.minutesKept + 1
            do throws(StoreProblem) {
                try await write()
                return try await stored.spending(since: first)
            } catch {}
        }
        return counts.withLock { spent($0.sent) }
    }

    private func spent(_ lines: [Line: Int]) -> [SpentRequests] {
        lines.map {
            SpentRequests(
                minute: $0.key.minute, operation: $0.key.operation, reason: $0.key.reason, by: by, count: $0.value)
        }
    }
}

extension TaskLocal {
    /// As `withValue`, with the error's type.
    func with<Result: Sendable, Failure: Error>(
        _ value: Value, _ body: @Sendable () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let result = await withValue(value) { () -> Swift.Result<Result, Failure> in
            do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
