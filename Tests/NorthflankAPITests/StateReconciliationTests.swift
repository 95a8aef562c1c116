import Northflank
import Testing

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What becomes of an action that sets a state, when its answer is lost.

private let lost = APIError.unreachable(.timeout, mayHaveArrived: true)
private let sent = Date(timeIntervalSince1970: 1_000_000.4)

private func reconciliation(
    _ wanted: Reconciliation.Wanted = .state("paused"), known: Set<String>? = ["not paused"], sentAt: Date? = sent,
    accepted: Bool = false
) -> Reconciliation {
    Reconciliation(wanted: wanted, known: known, sentAt: sentAt, lost: lost, accepted: accepted)
}

@Test func aStateThatIsAsWantedShowsThatItArrived() {
    var pause = reconciliation()
    #expect(pause.next(.success(.state("paused"))) == .conclude(.found(id: nil, after: lost)))
}

@Test func theOldStateIsBelievedOnlyAfterHalfAMinute() {
    var pause = reconciliation()
    for wait in [3, 6, 8, 12] { #expect(pause.next(.success(.state("not paused"))) == .lookAfter(.seconds(wait))) }
    #expect(pause.next(.success(.state("not paused"))) == .conclude(.notFound(after: lost)))
}

@Test func aStateThatChangesLateIsFound() {
    var pause = reconciliation()
    #expect(pause.next(.success(.state("not paused"))) == .lookAfter(.seconds(3)))
    #expect(pause.next(.success(.state("paused"))) == .conclude(.found(id: nil, after: lost)))
}

@Test func aThirdStateIsSomebodyElsesAndLeavesItUnknown() {
    let deploy = reconciliation(.state("nginx:1.27"), known: ["nginx:1.26"])
    #expect(deploy.verdict(on: .state("caddy:2")) == .doubt("it is now: caddy:2"))
    let abort = reconciliation(.state("ABORTED"), known: ["goes on"])
    #expect(abort.verdict(on: .state("SUCCESS")) == .doubt("it is now: SUCCESS"))
}

@Test func aStateThatIsNotToldIsLookedForAndThenUnknown() {
    var pause = reconciliation()
    for wait in [3, 6, 8, 12] { #expect(pause.next(.success(.state(nil))) == .lookAfter(.seconds(wait))) }
    #expect(pause.next(.success(.state(nil))) == .conclude(.unknown(lost, reason: "the API doesn't tell")))
}

@Test func withoutKnowingTheOldStateNothingIsSaidNotToHaveArrived() {
    let deploy = reconciliation(.state("nginx:1.27"), known: nil)
    #expect(
        deploy.verdict(on: .state("nginx:1.26"))
            == .nothing(doubt: "what was there before isn't known; it is now: nginx:1.26"))
    #expect(deploy.verdict(on: .state("nginx:1.27")) == .arrived(nil))
}

@Test func whatNoAnswerShowsIsUnknownAtOnce() {
    #expect(
        reconciliation(.state(nil)).verdict(on: .state("nginx")) == .doubt("the API doesn't show such a change"))
}

@Test func aRestartShowsByContainersThatAreAllNewerThanIt() {
    let restart = reconciliation(.restart, known: nil)
    func containers(_ seconds: Double?...) -> Reconciliation.Look {
        .containers(seconds.map { $0.map { sent.addingTimeInterval($0) } })
    }
    #expect(restart.verdict(on: containers(1, 2)) == .arrived(nil))
    // Times of containers are whole seconds: this one may have been made just after.
    #expect(restart.verdict(on: containers(-0.4)) == .arrived(nil))
    for others in [containers(), containers(1, -60), containers(-60), containers(1, nil)] {
        #expect(restart.verdict(on: others) == .nothing(doubt: "not all of its containers are new"))
    }
}

@Test func aRestartThatDoesNotShowMayStillCome() {
    var restart = reconciliation(.restart, known: nil)
    let old = Reconciliation.Look.containers([sent.addingTimeInterval(-60)])
    for wait in [3, 6, 8, 12] { #expect(restart.next(.success(old)) == .lookAfter(.seconds(wait))) }
    #expect(restart.next(.success(old)) == .conclude(.unknown(lost, reason: "not all of its containers are new")))
}

@Test func aRestartCanNotBeToldWithoutTheServersClock() {
    #expect(
        reconciliation(.restart, known: nil, sentAt: nil).verdict(on: .containers([sent]))
            == .doubt("the API's clock isn't known"))
}

@Test func somethingCreatedIsKnownByItsNameAmongWhatWasNotThere() {
    let creation = reconciliation(.named("web"), known: ["web-1"])
    func list(_ items: (id: String, name: String)...) -> Reconciliation.Look {
        .list(.init(items: items.map { .init(id: $0.id, name: $0.name) }, showsWhatIsNew: true))
    }
    #expect(creation.verdict(on: list(("web-1", "web"), ("web-2", "web"))) == .arrived("web-2"))
    #expect(creation.verdict(on: list(("web-1", "web"), ("api", "api"))) == .nothing(doubt: nil))
    // Another may have chosen the name before.
    #expect(
        reconciliation(.named("web"), known: nil).verdict(on: list(("web-1", "web")))
            == .doubt("what was there before isn't known"))
}
