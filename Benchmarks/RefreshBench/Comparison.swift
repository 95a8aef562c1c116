import Northflank
import Refresh

/// One size of account, and how well each way to ask does on it. All numbers are for an hour.
struct Comparison {
    let services: Int
    let planner: Tally
    let fixed: Tally
    let roundRobin: Tally

    /// Hours that are not measured, until the start is forgotten, and hours that are.
    static let warmUp = 6
    static let measured = 8

    init(services: Int) {
        let hour = 3_600.0
        let span = Double(Self.warmUp) * hour..<Double(Self.warmUp + Self.measured) * hour
        // Another hour for what fails late to be seen in.
        let end = span.upperBound + hour
        let seed = UInt64(services)
        let account = BenchAccount(services: services, until: end, seed: seed)
        var run = PlannerRun(account, span: span, seed: seed)
        run.run(until: end)
        self.services = services
        planner = run.tally
        fixed = Poller.fixed.run(account, span: span, until: end, interests: run.interests, seed: seed)
        roundRobin = Poller.roundRobin.run(account, span: span, until: end, interests: run.interests, seed: seed)
    }

    func anHour(_ count: Int) -> Int { Int((Double(count) / Double(Self.measured)).rounded()) }
}
