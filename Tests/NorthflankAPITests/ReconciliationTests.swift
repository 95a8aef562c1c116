import Northflank
import Testing

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

private let lost = APIError.unreachable(.timeout, mayHaveArrived: true)
private let sent = Date(timeIntervalSince1970: 1_000_000)

private func reconciliation(
    _ wanted: Reconciliation.Wanted = .any, known: Set<String>? = ["old"], sentAt: Date? = sent, accepted: Bool = false
) -> Reconciliation {
    Reconciliation(wanted: wanted, known: known, sentAt: sentAt, lost: lost, accepted: accepted)
}

private func item(_ id: String, after seconds: TimeInterval? = 1, name: String? = nil, branch: String? = nil)
    -> Reconciliation.Item
{
    .init(id: id, startedAt: seconds.map { sent.addingTimeInterval($0) }, name: name, branch: branch)
}

private func listing(_ items: [Reconciliation.Item], showsWhatIsNew: Bool = true) -> Reconciliation.Look {
    .list(.init(items: items, showsWhatIsNew: showsWhatIsNew))
}

@Test func theOneNewItemIsIt() {
    var known = reconciliation()
    #expect(
        known.next(.success(listing([item("old", after: -500), item("new")])))
            == .conclude(.found(id: "new", after: lost)))
    // A clock that is a little behind, or a time that isn't told, changes nothing.
    #expect(reconciliation().verdict(on: listing([item("new", after: -4)])) == .arrived("new"))
    #expect(reconciliation().verdict(on: listing([item("new", after: nil)])) == .arrived("new"))
    // Nor does a server whose clock was never seen.
    #expect(reconciliation(sentAt: nil).verdict(on: listing([item("new", after: -900)])) == .arrived("new"))
}

@Test func severalNewItemsAreADoubt() {
    #expect(
        reconciliation().verdict(on: listing([item("a"), item("b")]))
            == .doubt("2 new ones are in the list, and any may be it"))
}

@Test func aNewItemThatIsTooOldIsSomebodyElsesWhereThereIsAYoungerOne() {
    #expect(reconciliation().verdict(on: listing([item("elses", after: -60), item("ours")])) == .arrived("ours"))
    // Alone, it leaves a doubt: the clocks may be far apart.
    #expect(
        reconciliation().verdict(on: listing([item("elses", after: -60)]))
            == .doubt("a new one is in the list, but seems older"))
}

@Test func aBuildOfAnotherBranchIsNotOurs() {
    let build = reconciliation(.build(branch: "main"))
    #expect(build.verdict(on: listing([item("a", branch: "dev"), item("b", branch: "main")])) == .arrived("b"))
    #expect(build.verdict(on: listing([item("a", branch: "dev")])) == .nothing(doubt: nil))
    #expect(build.verdict(on: listing([item("a", branch: nil)])) == .arrived("a"))
    #expect(reconciliation(.build(branch: nil)).verdict(on: listing([item("a", branch: "dev")])) == .arrived("a"))
}

@Test func aBackupIsKnownByItsName() {
    let backup = reconciliation(.backup(name: "northwatch 1"), known: nil)
    #expect(
        backup.verdict(on: listing([item("a", name: "nightly"), item("b", name: "northwatch 1")])) == .arrived("b"))
    #expect(backup.verdict(on: listing([item("a", name: "nightly")])) == .nothing(doubt: nil))
    #expect(
        backup.verdict(on: listing([item("a", name: "northwatch 1"), item("b", name: "northwatch 1")]))
            == .doubt("2 new ones are in the list, and any may be it"))
}

@Test func withoutKnowingWhatWasThereBeforeOnlyTheTimeTells() {
    let run = reconciliation(known: nil)
    #expect(run.verdict(on: listing([item("old", after: -60), item("new")])) == .arrived("new"))
    #expect(run.verdict(on: listing([item("old", after: -60)])) == .nothing(doubt: nil))
    #expect(run.verdict(on: listing([item("new", after: nil)])) == .doubt("what was there before isn't known"))
    #expect(
        reconciliation(known: nil, sentAt: nil).verdict(on: listing([item("new")]))
            == .doubt("what was there before isn't known"))
}

@Test func anUnorderedListOfSeveralPagesCanNotSayThatNothingIsNew() {
    #expect(
        reconciliation().verdict(on: listing([item("old")], showsWhatIsNew: false))
            == .doubt("the list is longer than one page, and in no order"))
    #expect(reconciliation().verdict(on: listing([item("new")], showsWhatIsNew: false)) == .arrived("new"))
}

@Test func nothingInTheListIsBelievedOnlyAfterHalfAMinute() {
    var run = reconciliation()
    var waited = Reconciliation.firstLook
    for pause in [3, 6, 8, 12] {
        #expect(run.next(.success(listing([item("old")]))) == .lookAfter(.seconds(pause)))
        waited += .seconds(pause)
    }
    #expect(run.next(.success(listing([item("old")]))) == .conclude(.notFound(after: lost)))
    #expect(waited == .seconds(30))

    var late = reconciliation()
    #expect(late.next(.success(listing([item("old")]))) == .lookAfter(.seconds(3)))
    #expect(late.next(.success(listing([item("late"), item("old")]))) == .conclude(.found(id: "late", after: lost)))
}

@Test func whatTheAPISaidYesToIsNeverSaidToBeNotThere() {
    var run = reconciliation(accepted: true)
    for pause in [3, 6, 8, 12] { #expect(run.next(.success(listing([]))) == .lookAfter(.seconds(pause))) }
    #expect(
        run.next(.success(listing([])))
            == .conclude(.unknown(lost, reason: "the API said yes, but doesn't show it")))
}

@Test func aListThatCanNotBeReadIsTriedWithGrowingPausesAndThenGivenUp() {
    let down = APIError.server(.init(status: 503, message: "down"))
    var run = reconciliation()
    for pause in [1, 2, 4, 8] { #expect(run.next(.failure(down)) == .lookAfter(.seconds(pause))) }
    #expect(run.next(.failure(down)) == .giveUp(down))
}

@Test func aListThatIsForbiddenIsNotTriedAgain() {
    let forbidden = APIError.forbidden(.init(status: 403, message: "no"), permission: nil)
    var run = reconciliation()
    #expect(run.next(.failure(forbidden)) == .giveUp(forbidden))
}

/// Settled by the next start, an hour later: no gateway is at work on it any more.
@Test func whatMayHaveLeftLongAgoIsBelievedAfterOneLook() {
    var old = Reconciliation(
        wanted: .any, known: ["old"], sentAt: sent, lost: lost, accepted: false, waited: .seconds(30))
    #expect(old.next(.success(listing([item("old")]))) == .conclude(.notFound(after: lost)))
    var young = Reconciliation(
        wanted: .any, known: ["old"], sentAt: sent, lost: lost, accepted: false, waited: .seconds(29))
    #expect(young.next(.success(listing([item("old")]))) == .lookAfter(.seconds(3)))
}
