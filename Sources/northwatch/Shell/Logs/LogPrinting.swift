internal import Dashboard
internal import Northflank
internal import NorthflankAPI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Asks for a log within the budget and hands on its lines, oldest first, each once.
struct LogPrinting {
    let account: OpenAccount
    let logged: Logged
    let filter: LogQuery.Filter?
    let container: String?
    let put: (LogEntry) throws(Complaint) -> Void

    /// A log without a beginning is looked through so far back, in seconds.
    private static let span = 3600

    /// - Parameter since: nil is the beginning, or the newest lines where there is none.
    func run(since: Date?, follows: Bool) async throws(Complaint) -> ShellExit {
        var tail = LogTail(from: since ?? logged.began.map { $0.addingTimeInterval(-60) })
        var wasOver = false
        while true {
            let count = try await readAll(&tail, waits: follows)
            guard follows, !Task.isCancelled else { return .well }
            if count == 0, let isOver = logged.isOver {
                // Known to be over before the last asking, which brought nothing more.
                if wasOver { return .well }
                wasOver = try await ask(isOver)
                if wasOver { continue }
            }
            await pause()
        }
    }

    /// Asks until an answer isn't full.
    /// - Parameter waits: where the budget ends, or the network for a while, the rest is asked for later.
    /// - Returns: how many lines came.
    private func readAll(_ tail: inout LogTail, waits: Bool) async throws(Complaint) -> Int {
        var count = 0
        while true {
            if let limit = account.spending.limit {
                guard waits else { throw Complaint(limit, "the log can't be read on") }
                return count
            }
            let query = tail.query(filter: filter, container: container, span: .last(Self.span))
            let news: LogTail.News
            do throws(APIError) {
                let lines = try await Ledger.$reason.with(.log) { [account, logged] () throws(APIError) in
                    try await account.client.send(logged.lines(query))
                }
                news = tail.take(LogAnswer(lines.value.items), to: query)
            } catch .cancelled {
                return count
            } catch  where waits && error.maySoonPass {
                Line.note("the log can't be read just now: \(error); it will be asked again")
                return count
            } catch {
                throw Complaint(error, "the log can't be read")
            }
            for entry in news.entries { try put(entry) }
            count += news.entries.count
            if news.skips { Line.note("more was logged in a moment than an answer holds; lines are missing here") }
            guard news.isCut else { return count }
        }
    }

    private func pause() async {
        let left = account.spending.rateLimit
        let budget = left.map {
            Budget(
                limit: $0.limit, remaining: $0.remaining,
                resetsAt: Date(timeIntervalSinceNow: $0.resetIn / .seconds(1)), reserve: $0.reserve)
        }
        if let seconds = LogTail.interval(budget, now: Date()) {
            try? await Task.sleep(for: .seconds(seconds))
            return
        }
        // Another hour begins then.
        let wait = left?.resetIn ?? .seconds(60)
        Line.note("this hour's requests are used up; following goes on in \(wait.components.seconds) s")
        try? await Task.sleep(for: wait + .seconds(1))
    }

    private func ask(_ isOver: () async throws(APIError) -> Bool) async throws(Complaint) -> Bool {
        do throws(APIError) {
            return try await isOver()
        } catch .cancelled {
            return true
        } catch  where error.maySoonPass {
            return false
        } catch {
            throw Complaint(error, "what is logged can't be read")
        }
    }
}
