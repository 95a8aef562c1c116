import Foundation
import Northflank
import TestSupport
import Testing

@testable import Store

/// Who asks for all of them: the decisions alone, on a clock that is told.
struct LeaseTests {
    private func at(_ milliseconds: Int64, boot: String = "b") -> BootTime {
        BootTime(boot: boot, nanoseconds: milliseconds * 1_000_000)
    }

    @Test func theFirstTakesIt() {
        #expect(Lease.claimed(nil, by: 1, term: nil, at: at(0)) == Lease(holder: 1, term: 1, beat: at(0)))
    }

    @Test func itsHolderRenewsIt() {
        let held = Lease(holder: 1, term: 4, beat: at(0))
        #expect(Lease.claimed(held, by: 1, term: 4, at: at(900)) == Lease(holder: 1, term: 4, beat: at(900)))
        // Nobody took it while the holder was stopped.
        #expect(Lease.claimed(held, by: 1, term: 4, at: at(60_000))?.term == 4)
    }

    @Test func anotherTakesItAfterThreeSecondsAndNotBefore() {
        let held = Lease(holder: 1, term: 4, beat: at(0))
        #expect(Lease.claimed(held, by: 2, term: nil, at: at(2_999)) == nil)
        #expect(Lease.claimed(held, by: 2, term: nil, at: at(3_000)) == Lease(holder: 2, term: 5, beat: at(3_000)))
    }

    @Test func aHolderThatWasReplacedFollows() {
        let held = Lease(holder: 2, term: 5, beat: at(9_500))
        #expect(Lease.claimed(held, by: 1, term: 4, at: at(10_000)) == nil)
    }

    @Test func aBeatOfAnotherBootCountsForNothing() {
        let held = Lease(holder: 1, term: 4, beat: at(0, boot: "before"))
        #expect(Lease.claimed(held, by: 2, term: nil, at: at(10))?.holder == 2)
        #expect(Lease.claimed(Lease(holder: 1, term: 4, beat: at(90_000)), by: 2, term: nil, at: at(10))?.holder == 2)
    }

    @Test func aHolderThatWasStoppedAsksNothingBeforeItKnows() {
        var leadership = Leadership()
        #expect(!leadership.mayAsk(at: at(0)))
        leadership.learn(Lease(holder: 1, term: 1, beat: at(0)))
        #expect(leadership.mayAsk(at: at(1_999)))
        #expect(!leadership.mayAsk(at: at(2_000)))
        leadership.learn(nil)
        #expect(!leadership.mayAsk(at: at(1)))
    }

    /// Processes that are stopped, woken, killed and started at random: never do two of them hold themselves for the
    /// one that asks, and whatever happens to the leader, another leads within five seconds.
    @Test(arguments: 0..<40) func thereIsOneLeaderAndSoonAnother(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var host = Host()
        for member in 1...4 { host.processes[Int64(member)] = Host.Process() }
        var leaderless: Int64 = 0
        for step in 0..<6_000 {
            let now = at(Int64(step) * 50)
            if Double.random(in: 0..<1, using: &random) < 0.01 { host.disturb(using: &random) }
            host.turn(at: now, using: &random)
            let leaders = host.processes.values.filter { !$0.isStopped && $0.leadership.mayAsk(at: now) }
            #expect(leaders.count <= 1)
            let someoneCould = host.processes.values.contains { !$0.isStopped && $0.awakeSince + 5_000 <= step * 50 }
            leaderless = leaders.isEmpty && someoneCould ? leaderless + 50 : 0
            #expect(leaderless < 5_000)
            if leaderless >= 5_000 { return }
        }
    }

    private struct Host {
        struct Process {
            var leadership = Leadership()
            var isStopped = false
            var awakeSince = 0
            var nextBeat: Int64 = 0
        }

        var lease: Lease?
        var processes: [Int64: Process] = [:]
        private var next: Int64 = 5
        private var milliseconds: Int64 = 0

        mutating func disturb(using random: inout SeededGenerator) {
            guard let victim = processes.keys.sorted().randomElement(using: &random) else { return }
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                processes[victim]?.isStopped.toggle()
                processes[victim]?.awakeSince = Int(milliseconds)
            case 1:
                processes[victim] = nil
                processes[next] = Process(awakeSince: Int(milliseconds), nextBeat: milliseconds)
                next += 1
            default: break
            }
        }

        mutating func turn(at now: BootTime, using random: inout SeededGenerator) {
            milliseconds = now.nanoseconds / 1_000_000
            for member in processes.keys.sorted() {
                guard let process = processes[member], !process.isStopped, process.nextBeat <= milliseconds else {
                    continue
                }
                let claimed = Lease.claimed(lease, by: member, term: process.leadership.lease?.term, at: now)
                if let claimed { lease = claimed }
                processes[member]?.leadership.learn(claimed)
                processes[member]?.nextBeat = milliseconds + Int64.random(in: 950...1_150, using: &random)
            }
        }
    }
}
