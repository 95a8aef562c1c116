import Northflank
import Testing

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

private let service = ServiceReference(project: "p1", service: "web")
private let build = Action.startBuild(service, .branch("main"))
private let started = #"{"data": {"id": "new", "branch": "main", "status": "PENDING"}}"#

/// Noon, by our clock and by the server's.
private let noon = Date(timeIntervalSince1970: 1_767_268_800)  // 2026-01-01T12:00:00Z
private let serversNoon = "Date: Thu, 01 Jan 2026 12:00:00 GMT"
private let before = [(id: "old", createdAt: "2026-01-01T11:00:00Z")]
private let after = [(id: "new", createdAt: "2026-01-01T12:00:01Z")] + before

/// What one POST comes to on a server whose list is `lists[0]`, then `lists[1]`, the last one again and again.
private func perform(
    _ action: Action = build, knownIDs: Set<String>? = ["old"], timeouts: ClientTimeouts = patient,
    post: [ScriptedServer.Step], lists: [ScriptedServer.Step] = []
) async throws -> (outcome: ActionOutcome, requests: [String], sleeps: [Duration]) {
    let clock = StillClock(now: noon)
    let listed = Collected<Void>()
    var result: (ActionOutcome, [String], [Duration])?
    try await withServer(timeouts: timeouts, clock: clock.clock) { request, _ in
        if request.method == "POST" { return post }
        defer { listed.add(()) }
        return lists.isEmpty ? [] : [lists[min(listed.all.count, lists.count - 1)]]
    } _: { client, server in
        let outcome = await client.perform(action, knownIDs: knownIDs)
        result = (outcome, server.requests.map(\.method), clock.sleeps)
    }
    return try #require(result)
}

@Test func anAcceptedActionTellsTheIDOfWhatItBegan() async throws {
    let (outcome, requests, _) = try await perform(post: [.json(started)])
    #expect(outcome == .accepted(id: "new"))
    #expect(requests == ["POST"])
}

@Test func runsAndBackupsAreAcceptedTheSameWay() async throws {
    let run = try await perform(
        .runJob(JobReference(project: "p1", job: "nightly")), post: [.json(#"{"data": {"id": "r1", "runName": "x"}}"#)])
    #expect(run.outcome == .accepted(id: "r1"))
    // A backup is known by its name, so that nothing is listed beforehand.
    let backup = try await perform(
        .backUp(AddonReference(project: "p1", addon: "db"), BackupRequest(name: "one", method: .dump)), knownIDs: nil,
        post: [.json(#"{"data": {"id": "k1", "name": "one", "status": "scheduled"}}"#)])
    #expect(backup.outcome == .accepted(id: "k1"))
    #expect(backup.requests == ["POST"])
}

@Test(arguments: [400, 401, 403, 404, 409, 422, 429])
func aDefiniteNoIsRefusedAndNothingIsListed(status: Int) async throws {
    let (outcome, requests, _) = try await perform(post: [.error(status, "no")])
    guard case .refused(let error) = outcome else {
        Issue.record("\(outcome)")
        return
    }
    #expect("\(error)".contains("no") || status == 429)
    #expect(requests == ["POST"])
}

/// Every way in which the answer to a POST can get lost.
private let losses: [(name: String, steps: [ScriptedServer.Step])] = [
    ("closed", [.close]),
    ("reset", [.reset]),
    ("silence", []),
    ("half a head", [.send("HTTP/1.1 200 OK\r\nConte"), .close]),
    ("half a body", [.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), .close]),
    ("garbage", [.send("what?\r\n\r\n"), .close]),
    ("server error", [.error(500, "oops")]),
    ("gateway timeout", [.json("<html>", status: 504)]),
    ("redirect", [.answer(302, ["Location: /elsewhere"])]),
    ("html", [.json("<html>")]),
    ("another shape", [.json(#"{"data": {}}"#)]),
]

private let impatient = ClientTimeouts(connect: .seconds(5), readIdle: .milliseconds(300), total: .seconds(10))

@Test(arguments: losses.indices)
func aLostAnswerIsFoundByListingAndThePOSTIsSentOnce(loss: Int) async throws {
    let (outcome, requests, sleeps) = try await perform(
        timeouts: impatient, post: losses[loss].steps, lists: [.json(buildPage(after))])
    guard case .found(id: "new", after: _) = outcome else {
        Issue.record("\(losses[loss].name): \(outcome)")
        return
    }
    #expect(requests == ["POST", "GET"], "\(losses[loss].name)")
    #expect(sleeps == [.seconds(1)])
}

@Test(arguments: losses.indices)
func aLostAnswerThatLeftNoTraceIsSaidToBeSo(loss: Int) async throws {
    let (outcome, requests, sleeps) = try await perform(
        timeouts: impatient, post: losses[loss].steps, lists: [.json(buildPage(before))])
    switch outcome {
    case .notFound: #expect(!["html", "another shape", "half a body"].contains(losses[loss].name))
    // The API said yes: it may be that the list is late.
    case .unknown: #expect(["html", "another shape", "half a body"].contains(losses[loss].name))
    default: Issue.record("\(losses[loss].name): \(outcome)")
    }
    #expect(requests == ["POST", "GET", "GET", "GET", "GET", "GET"])
    #expect(sleeps == [.seconds(1), .seconds(3), .seconds(6), .seconds(8), .seconds(12)])
}

@Test func aDoubtIsToldAtOnceAndOnlyWhereThereIsOne() async throws {
    let doubts = Collected<APIError>()
    let clock = StillClock(now: noon)
    try await withServer(clock: clock.clock) { request, number in
        if request.method == "GET" { return [.json(buildPage(after))] }
        return number == 1 ? [.json(started)] : number == 2 ? [.error(409, "no")] : [.error(500, "oops")]
    } _: { client, _ in
        for _ in 1...3 {
            _ = await client.perform(build, knownIDs: ["old"]) { error in
                #expect(clock.sleeps.isEmpty)
                doubts.add(error)
            }
        }
    }
    #expect(doubts.all == [.server(.init(status: 500, message: "oops"))])
}

@Test func aBuildThatTurnsUpLateIsFound() async throws {
    let (outcome, requests, _) = try await perform(
        post: [.close], lists: [.json(buildPage(before)), .json(buildPage(after))])
    guard case .found(id: "new", after: _) = outcome else {
        Issue.record("\(outcome)")
        return
    }
    #expect(requests == ["POST", "GET", "GET"])
}

@Test func aListThatFailsForAWhileIsAskedAgain() async throws {
    let (outcome, requests, sleeps) = try await perform(
        post: [.close], lists: [.error(503, "down"), .close, .json(buildPage(after))])
    guard case .found(id: "new", after: _) = outcome else {
        Issue.record("\(outcome)")
        return
    }
    #expect(requests == ["POST", "GET", "GET", "GET"])
    #expect(sleeps == [.seconds(1), .seconds(1), .seconds(2)])
}

@Test func aListThatNeverComesLeavesItUnknown() async throws {
    let (outcome, requests, _) = try await perform(post: [.close], lists: [.error(503, "down")])
    guard case .unknown(.unreachable(_, mayHaveArrived: true), let reason) = outcome else {
        Issue.record("\(outcome)")
        return
    }
    #expect(reason == "the list can't be read: the API failed (503): down")
    #expect(requests == ["POST", "GET", "GET", "GET", "GET", "GET"])
}

@Test func twoNewBuildsLeaveItUnknown() async throws {
    let two = after + [(id: "elses", createdAt: "2026-01-01T12:00:02Z")]
    let (outcome, _, _) = try await perform(post: [.close], lists: [.json(buildPage(two))])
    guard case .unknown(_, reason: "2 new ones are in the list, and any may be it") = outcome else {
        Issue.record("\(outcome)")
        return
    }
}

@Test func withoutKnownIDsTheListIsAskedBeforehand() async throws {
    let (outcome, requests, _) = try await perform(
        knownIDs: nil, post: [.close], lists: [.json(buildPage(before), [serversNoon]), .json(buildPage(after))])
    guard case .found(id: "new", after: _) = outcome else {
        Issue.record("\(outcome)")
        return
    }
    #expect(requests == ["GET", "POST", "GET"])
}

@Test func whereTheListCanNotBeReachedBeforehandNothingIsSent() async throws {
    let (outcome, requests, _) = try await perform(
        knownIDs: nil, post: [.json(started)], lists: [.error(503, "down")])
    #expect(outcome == .refused(.server(.init(status: 503, message: "down"))))
    #expect(requests == ["GET"])
}

@Test func aRoleThatMayNotListMayStillStart() async throws {
    let (outcome, requests, _) = try await perform(
        knownIDs: nil, post: [.json(started)], lists: [.error(403, "no")])
    #expect(outcome == .accepted(id: "new"))
    #expect(requests == ["GET", "POST"])
}

@Test func aRefusedConnectionMeansThatNothingHappened() async throws {
    let port = try ClosedPort()
    let client = try client("http://127.0.0.1:\(port.number)")
    #expect(
        await client.perform(build, knownIDs: [])
            == .refused(.unreachable(.connection("refused"), mayHaveArrived: false)))
    await client.shutdown()
    withExtendedLifetime(port) {}
}

@Test func anActionThatIsCancelledWhileItsAnswerIsAwaitedIsUnknown() async throws {
    try await withServer { _, _ in
        []
    } _: { client, server in
        let action = Task { await client.perform(build, knownIDs: ["old"]) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        action.cancel()
        #expect(await action.value == .unknown(.cancelled, reason: "given up before it was looked for"))
        #expect(server.requests.count == 1)
    }
}

@Test(
    "A backup's name that the contract refuses is never sent",
    arguments: [
        "", "ab", String(repeating: "a", count: 40), "-abc", "abc-", "a--b", "a b ", "snäpshot", "a_b_c", "a.b.c",
        "a\u{1B}[31mb", "a/-b",
    ])
func badBackupName(name: String) async throws {
    try await withServer { _, _ in
        [.json("{}")]
    } _: { client, server in
        let outcome = await client.perform(
            .backUp(AddonReference(project: "p1", addon: "db"), BackupRequest(name: name, method: .snapshot)))
        guard case .refused(.invalid(let problem)) = outcome, case .object(let fields)? = problem.details else {
            Issue.record("\(outcome)")
            return
        }
        #expect(fields.keys.sorted() == ["name"])
        #expect(server.connections == 0)
    }
}

@Test(arguments: ["abc", "northwatch 2026-01-01 12:00", "a/b:c-d e", String(repeating: "a", count: 39), "A1B2"])
func goodBackupName(name: String) {
    let action = Action.backUp(
        AddonReference(project: "p1", addon: "db"), BackupRequest(name: name, method: .snapshot))
    #expect(action.problem == nil)
}

@Test func aBuildOfNoBranchIsNeverSent() {
    #expect(Action.startBuild(service, .branch("")).problem != nil)
    #expect(Action.startBuild(service, .latest).problem == nil)
}
