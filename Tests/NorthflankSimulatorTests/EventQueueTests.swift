import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct EventQueueTests {
    private func job(_ number: Int) -> WorldEvent { .cron(JobReference(project: "p", job: .init("\(number)"))) }

    @Test func eventsComeInTheOrderOfTheirTimes() {
        var queue = EventQueue()
        var random = SplitMix64(seed: 7)
        for number in 0..<500 { queue.plan(job(number), at: Date(timeIntervalSince1970: random.fraction())) }
        var last = Date.distantPast
        var count = 0
        while let (due, _) = queue.next(by: .distantFuture) {
            #expect(due >= last)
            last = due
            count += 1
        }
        #expect(count == 500)
    }

    @Test func whatFallsOnTheSameMomentComesInTheOrderItWasPlanned() {
        var queue = EventQueue()
        let moment = Date(timeIntervalSince1970: 1)
        for number in 0..<50 { queue.plan(job(number), at: moment) }
        var events: [WorldEvent] = []
        while let (_, event) = queue.next(by: moment) { events.append(event) }
        #expect(events == (0..<50).map(job))
    }

    @Test func whatIsNotDueStays() {
        var queue = EventQueue()
        queue.plan(.push, at: Date(timeIntervalSince1970: 10))
        let early = queue.next(by: Date(timeIntervalSince1970: 9.9))
        #expect(early == nil)
        let due = queue.next(by: Date(timeIntervalSince1970: 10))
        #expect(due?.event == .push)
        #expect(queue.count == 0)
    }
}
