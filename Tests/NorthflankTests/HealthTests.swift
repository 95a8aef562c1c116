import Northflank
import Testing

@Test func aServiceIsAsWellAsTheWorseOfItsBuildAndItsDeployment() {
    func health(_ build: BuildStatus?, _ deployment: DeploymentStatus?) -> Health {
        Service(id: "s1", name: "One", kind: .combined, deployment: deployment.map { .init(status: $0) })
            .health(newestBuild: build.map { .init(status: $0) })
    }
    #expect(health(.failure, .completed) == .failing)
    #expect(health(.success, .failed) == .failing)
    #expect(health(.building, .completed) == .active)
    #expect(health(.success, .completed) == .healthy)
    #expect(health(nil, .completed) == .healthy)
    #expect(health(nil, nil) == .idle)
}

@Test func whateverIsUnderWayIsActive() {
    let building: [BuildStatus] = [.queued, .pending, .starting, .cloning, .building, .uploading, .inProgress]
    #expect(building.allSatisfy { $0.isActive })
    #expect(RunStatus.running.isActive)
    #expect([BackupStatus.scheduled, .inProgress, .aborting].allSatisfy { $0.isActive })
    #expect([DeploymentStatus.pending, .inProgress].allSatisfy { $0.isActive })
}

@Test func whatEndedBadlyIsFailing() {
    let builds: [BuildStatus] = [.failure, .submissionFailure, .crashed, .unschedulable]
    #expect(builds.allSatisfy { $0.health == .failing })
    #expect(RunStatus.failed.health == .failing)
    #expect(BackupStatus.failed.health == .failing)
    #expect([AddonStatus.failed, .error, .errorAllocating].allSatisfy { $0.health == .failing })
}

@Test func troubleSortsFirst() {
    #expect(
        [Health.healthy, .idle, .unknown, .failing, .active, .warning].sorted() == [
            .failing, .warning, .active, .unknown, .healthy, .idle,
        ])
}

@Test func anErrorSaysWhatHappenedAndWhatCanBeDone() {
    let forbidden = APIError.forbidden(
        .init(status: 403, message: "no"), permission: "Project > Jobs > General > Read")
    let said = APIError.forbidden(
        .init(status: 403, message: "The role lacks Project > Jobs > General > Read"),
        permission: "Project > Jobs > General > Read")
    #expect(said.description == "not allowed: The role lacks Project > Jobs > General > Read")
    #expect(forbidden.description == "not allowed: no (needs Project > Jobs > General > Read)")
    #expect(forbidden.remedy == "ask for an API role with this permission")
    let invalid = APIError.invalid(
        .init(status: 400, message: "bad", details: .object(["name": .array([.string("too short")])])))
    #expect(invalid.description == "refused: bad (name: too short)")
    let named = APIError.invalid(
        .init(status: 400, message: "Invalid value for name", details: .object(["name": .string("too short")])))
    #expect(named.description == "refused: Invalid value for name: too short")
    let local = APIError.invalid(.init(status: 0, message: "", details: .object(["name": .string("too short")])))
    #expect(local.description == "not sent: name: too short")
}

@Test func jsonValuesSurviveTheWayThroughTextAndKeepWholeNumbersWhole() throws {
    let text = #"{"a":[1,2.5,"x",null,true],"b":{"c":4096}}"#
    let (value, _) = try decode(JSONValue.self, text)
    #expect(
        value
            == .object([
                "a": .array([.number(1), .number(2.5), .string("x"), .null, .bool(true)]),
                "b": .object(["c": .number(4096)]),
            ]))
    #expect(value.description == "a: 1, 2.5, x, null, true, b: c: 4096")
}
