import Northflank

/// When each failed build came to be seen: with the first answer, of its service's builds or of its project's services,
/// that is newer than its failing.
struct Sightings {
    private let account: BenchAccount
    private let span: Range<Double>
    /// The failures in a feed that nobody has seen yet, in the order of their times.
    private var unseen: [ServiceReference: [Double]] = [:]
    private(set) var delays: [Double] = []

    /// Counts what fails within the span.
    init(_ account: BenchAccount, span: Range<Double>) {
        (self.account, self.span) = (account, span)
        for failure in account.failures where span.contains(failure.time) {
            unseen[failure.service, default: []].append(failure.time)
        }
    }

    mutating func answer(_ feed: Feed, asOf asked: Double, at time: Double) {
        switch feed {
        case .builds(let service): see(service, asOf: asked, at: time)
        case .services(let id):
            for service in account.project(id)?.services ?? [] { see(service, asOf: asked, at: time) }
        case .projects, .jobs, .addons, .runs, .backups, .job, .service, .addon, .containers, .serviceMetrics,
            .addonMetrics, .restores, .schedules, .addonTypes:
            break
        }
    }

    /// What was never seen is taken as seen at the end.
    mutating func finish(at time: Double) {
        for service in unseen.keys { see(service, asOf: time, at: time) }
    }

    var mean: Double { delays.isEmpty ? 0 : delays.reduce(0, +) / Double(delays.count) }
    var p95: Double { delays.isEmpty ? 0 : delays.sorted()[Int(0.95 * Double(delays.count - 1))] }

    private mutating func see(_ service: ServiceReference, asOf asked: Double, at time: Double) {
        guard let failures = unseen[service] else { return }
        delays += failures.filter { $0 <= asked }.map { time - $0 }
        let left = failures.filter { $0 > asked }
        unseen[service] = left.isEmpty ? nil : left
    }
}
