import Foundation
import GRDB
import Northflank
import Testing

@testable import Store

/// Intents and outcomes, and what is left when a process ends between the two.
struct JournalTests {
    private let state = TemporaryState()
    private let run = Action.runJob(Samples.nightly)
    private let now = Samples.now

    private func journal(_ by: String = "ana@host pid 1") throws -> Journal {
        try Journal(state.account(), mark: ProcessMark(in: state.directory), by: by)
    }

    private func begin(_ journal: Journal, _ action: Action, known: Set<String>? = ["r1"]) async throws
        -> Journal.Beginning
    {
        try await journal.begin(action, title: "run of nightly", known: known, serverTime: now, now: now)
    }

    private func intent(_ journal: Journal, _ action: Action, known: Set<String>? = ["r1"]) async throws -> Intent {
        guard case .begun(let intent) = try await begin(journal, action, known: known) else {
            throw StoreProblem.other("it is busy")
        }
        return intent
    }

    @Test func anIntentIsThereBeforeItsOutcome() async throws {
        let journal = try journal()
        let intent = try await intent(journal, run)
        let open = try #require(try state.open().journal(limit: 9).first)
        #expect(open.title == "run of nightly")
        #expect(open.by == "ana@host pid 1")
        #expect(open.intendedAt == now)
        #expect(open.outcome == nil)
        try await journal.end(intent, .found(id: "r2", after: .cancelled), now: now + 3)
        let ended = try #require(try state.open().journal(limit: 9).first)
        #expect(ended.outcome == .found)
        #expect(ended.item == "r2")
        #expect(ended.endedAt == now + 3)
    }

    @Test(arguments: Samples.actions) func everyActionIsLeftAsItWas(action: Action) async throws {
        var journal: Journal? = try journal()
        let begun = try await intent(#require(journal), action)
        journal = nil
        #expect(try await self.journal("bob@host pid 2").takeOver() == [begun])
    }

    /// What may be secret stays out of the database.
    @Test(arguments: [
        Action.startBuild(
            Samples.api, BuildRequest(.branch("main"), overrides: BuildOverrides(arguments: ["KEY": "s3cret"]))),
        .runJob(Samples.nightly, RunRequest(environment: ["KEY": "s3cret"])),
        .deploy(Samples.api, .image(.registry(image: "nginx", credentials: "s3cret"), .docker(.command("s3cret")))),
        .create(Creation(.job, in: "shop", ["name": "New", "runtimeEnvironment": ["KEY": "s3cret"]])),
    ])
    func theJournalHoldsNoSecret(action: Action) {
        #expect(!String(decoding: Encoding.bytes(of: action), as: UTF8.self).contains("s3cret"))
    }

    @Test func oneListHasOneIntentAtATime() async throws {
        let (ana, bob) = (try journal(), try journal("bob@host pid 2"))
        let first = try await intent(ana, run)
        #expect(try await begin(bob, run) == .busy(by: "ana@host pid 1"))
        _ = try await intent(bob, .startBuild(Samples.api, .latest))
        try await ana.end(first, .accepted(id: "r2"), now: now)
        let second = try await intent(bob, run)
        // What Ana began was there before, whatever Bob's screen had shown.
        #expect(second.known == ["r1", "r2"])
    }

    @Test func whatIsNotKnownStaysUnknown() async throws {
        let journal = try journal()
        #expect(try await intent(journal, run, known: nil).known == nil)
    }

    @Test func theIntentsOfTheLivingAreTheirOwn() async throws {
        let ana = try journal()
        let begun = try await intent(ana, run)
        let bob = try journal("bob@host pid 2")
        #expect(try await bob.takeOver().isEmpty)
        #expect(try await ana.takeOver().isEmpty)
        withExtendedLifetime(ana) {}
        #expect(begun.id > 0)
    }

    @Test func aLeftIntentIsTakenOverOnce() async throws {
        var ana: Journal? = try journal()
        _ = try await intent(#require(ana), run)
        ana = nil
        let (bob, eve) = (try journal("bob@host pid 2"), try journal("eve@host pid 3"))
        #expect(try await bob.takeOver().count == 1)
        #expect(try await eve.takeOver().isEmpty)
        // Until it is settled, nobody begins another on the same list.
        #expect(try await begin(eve, run) == .busy(by: "ana@host pid 1"))
    }

    /// Its bytes can't be read: the list can't be asked for what they say.
    @Test func whatAnotherVersionBeganAndLeftEndsAsUnknown() async throws {
        var ana: Journal? = try journal()
        _ = try await intent(#require(ana), run)
        try await state.account().database.write { try $0.execute(sql: "UPDATE intent SET version = version + 1") }
        let bob = try journal("bob@host pid 2")
        #expect(try await begin(bob, run) == .busy(by: "ana@host pid 1"), "it may still send")
        #expect(try await bob.takeOver().isEmpty)
        ana = nil
        #expect(try await bob.takeOver().isEmpty)
        let ended = try #require(try await bob.entries(limit: 1).first)
        #expect(ended.outcome == .unknown)
        #expect(ended.detail == "begun by another version of Northwatch, which ended before it knew")
        _ = try await intent(bob, run)
    }

    @Test func newestComesFirst() async throws {
        let journal = try journal()
        let first = try await intent(journal, run)
        _ = try await intent(journal, .startBuild(Samples.api, .latest))
        let entries = try await journal.entries(limit: 9)
        #expect(entries.map(\.id).last == first.id)
        #expect(try state.open().journal(limit: 1).count == 1)
        let other = try Journal(state.account("another"), mark: ProcessMark(in: state.directory), by: "eve")
        #expect(try await other.entries(limit: 9).isEmpty)
    }
}
