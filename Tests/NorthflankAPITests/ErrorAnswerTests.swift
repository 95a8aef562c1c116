import Northflank
import Testing

@testable import NorthflankAPI

private func answerTo(_ step: ScriptedServer.Step) async throws -> APIError? {
    var error: APIError?
    try await withServer { _, _ in
        [step]
    } _: { client, _ in
        error = await failure { () async throws(APIError) in
            try await client.send(.runJob(JobReference(project: "p1", job: "nightly")))
        }
    }
    return error
}

private let path = "/v1/projects/p1/jobs/nightly/runs"

@Test func eachStatusIsAnErrorOfItsOwnWithTheAPIsWords() async throws {
    func problem(_ status: Int) -> APIError.Problem { .init(status: status, message: "the API's words") }
    func error(_ status: Int) async throws -> APIError? {
        try await answerTo(.error(status, "the API's words"))
    }
    try await #expect(error(400) == .invalid(problem(400)))
    try await #expect(error(401) == .unauthorized(problem(401)))
    try await #expect(error(403) == .forbidden(problem(403), permission: "Project > Jobs > General > Read"))
    try await #expect(error(404) == .notFound(problem(404)))
    try await #expect(error(409) == .conflict(problem(409)))
    try await #expect(error(422) == .invalid(problem(422)))
    try await #expect(error(500) == .server(problem(500)))
    try await #expect(error(503) == .server(problem(503)))
    try await #expect(error(418) == .unexpected(status: 418, path: path, detail: "the API's words"))
}

@Test func theAPIsIDAndDetailsOfAnErrorAreKept() async throws {
    let body = #"""
        {"error": {"status": 400, "message": "Validation failed", "id": "err-17",
         "details": {"name": ["must be at least 3 characters"], "depth": 1.0}}}
        """#
    let error = try await answerTo(.json(body, status: 400))
    #expect(
        error
            == .invalid(
                .init(
                    status: 400, message: "Validation failed", id: "err-17",
                    details: .object([
                        "name": .array([.string("must be at least 3 characters")]), "depth": .number(1),
                    ]))))
}

@Test func a429SaysHowLongToWait() async throws {
    let headers = ["x-ratelimit-limit: 1000", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 1234"]
    try await #expect(
        answerTo(.error(429, "slow down", headers))
            == .rateLimited(.init(status: 429, message: "slow down"), retryAfter: .seconds(1234)))
    try await #expect(
        answerTo(.error(429, "slow down", ["Retry-After: 17"]))
            == .rateLimited(.init(status: 429, message: "slow down"), retryAfter: .seconds(17)))
    try await #expect(
        answerTo(.error(429, "slow down"))
            == .rateLimited(.init(status: 429, message: "slow down"), retryAfter: .seconds(60)))
}

@Test func theRateLimitIsReadFromEveryAnswerErrorsIncluded() async throws {
    let records = Collected<AnswerRecord>()
    let asked = Collected<String>()
    let observer = ClientObserver(onRequest: { asked.add($0) }, onAnswer: { records.add($0) })
    @Sendable func headers(_ left: String) -> [String] {
        ["X-RateLimit-Limit: 1000", "x-ratelimit-remaining: \(left)", "x-ratelimit-reset: 3599.2"]
    }
    try await withServer(observer: observer) { _, number in
        switch number {
        case 1: [.json(projectPage(1...1), headers("999"))]
        case 2: [.error(500, "oops", headers("998"))]
        case 3: [.error(404, "gone", ["x-ratelimit-limit: 1000"])]
        case 4: [.json(projectPage(1...1), headers("lots"))]
        default: [.close]
        }
    } _: { client, _ in
        let answer = try await client.send(.listProjects())
        #expect(answer.rateLimit == RateLimit(limit: 1000, remaining: 999, resetIn: .seconds(3600)))
        for _ in 2...5 { _ = await failure { () async throws(APIError) in try await client.send(.listProjects()) } }
    }
    #expect(
        records.all == [
            AnswerRecord(
                operation: "listProjects", status: 200,
                rateLimit: RateLimit(limit: 1000, remaining: 999, resetIn: .seconds(3600))),
            AnswerRecord(
                operation: "listProjects", status: 500,
                rateLimit: RateLimit(limit: 1000, remaining: 998, resetIn: .seconds(3600))),
            AnswerRecord(operation: "listProjects", status: 404, rateLimit: nil),
            AnswerRecord(operation: "listProjects", status: 200, rateLimit: nil),
        ])
    // The one that got no answer was asked too.
    #expect(asked.all == Array(repeating: "listProjects", count: 5))
}

@Test func htmlIsNotTheAPI() async throws {
    let page = "  <!DOCTYPE html><html><body>Welcome to nginx!</body></html>"
    try await #expect(
        answerTo(.json(page)) == .unexpected(status: 200, path: path, detail: "expected JSON, found HTML"))
    // A 404 page of some web server doesn't mean that the job is gone.
    try await #expect(
        answerTo(.json(page, status: 404)) == .unexpected(status: 404, path: path, detail: "expected JSON, found HTML"))
    try await #expect(
        answerTo(.json(page, status: 403)) == .unexpected(status: 403, path: path, detail: "expected JSON, found HTML"))
    // What these mean is in their status alone.
    try await #expect(answerTo(.json(page, status: 502)) == .server(.init(status: 502, message: "bad gateway")))
    try await #expect(
        answerTo(.json(page, status: 401))
            == .unauthorized(.init(status: 401, message: "the token is wrong, expired or revoked")))
}

@Test func jsonOfAnotherShapeIsToldByFieldTypeAndPath() async throws {
    func detail(_ body: String, status: Int = 200) async throws -> String? {
        guard case .unexpected(status, path, let detail) = try await answerTo(.json(body, status: status)) else {
            return nil
        }
        return detail
    }
    try await #expect(detail(#"{"data": {"id": {}}}"#) == "data.id: expected a text, found an object")
    try await #expect(detail(#"{"data": {"runName": "x"}}"#) == "data.id: expected a value, found nothing")
    try await #expect(detail(#"{"data": []}"#) == "data: expected an object, found a list")
    try await #expect(detail(#"{"date": 1}"#) == "data: expected a value, found nothing")
    try await #expect(detail("[]") == "expected an object, found a list")
    try await #expect(detail("") == "expected JSON, found nothing")
    try await #expect(detail(#"{"data": {"id": "r1""#) == "expected JSON, found something that isn't, or is cut off")
    try await #expect(detail("[1]", status: 404) == "error: expected an object, found something else")
    try await #expect(detail("", status: 404) == "expected JSON, found nothing")
}

@Test func aRedirectIsNotFollowed() async throws {
    try await withServer { _, _ in
        [.json(#"{"data": {"id": "stolen"}}"#)]
    } _: { _, elsewhere in
        for status in [301, 302, 303, 307, 308] {
            let location = "Location: http://127.0.0.1:\(elsewhere.port)/v1/projects/p1/jobs/nightly/runs"
            let error = try await answerTo(.answer(status, [location], "moved"))
            #expect(
                error == .unexpected(status: status, path: path, detail: "expected an answer, found a redirect"))
        }
        #expect(elsewhere.connections == 0)
    }
}

@Test func whatAStrangerSaysInAnErrorIsBounded() async throws {
    let long = String(repeating: "ab", count: 50_000)
    guard
        case .invalid(let problem) = try await answerTo(
            .json(#"{"error": {"message": "\#(long)", "id": "\#(long)", "details": ["\#(long)"]}}"#, status: 400))
    else {
        Issue.record("not invalid")
        return
    }
    #expect(problem.message.unicodeScalars.count == 501)
    #expect(problem.id?.unicodeScalars.count == 501)
    #expect(problem.details?.description.unicodeScalars.count == 501)

    // A single character made of a hundred thousand scalars.
    let tower = "x" + String(repeating: "\u{301}", count: 100_000)
    guard case .server(let towering) = try await answerTo(.error(500, tower)) else {
        Issue.record("not a server's error")
        return
    }
    #expect(towering.message.unicodeScalars.count == 501)

    let key = #"{"data": {"id": {"\#(long)": 1}}}"#
    guard case .unexpected(_, _, let detail) = try await answerTo(.json(key)) else {
        Issue.record("not unexpected")
        return
    }
    #expect(detail.count <= 501)
}

@Test func aServerThatEchoesTheTokenDoesNotGetItIntoAnError() async throws {
    for status in [400, 401, 403, 404, 409, 418, 422, 429, 500] {
        let body = #"""
            {"error": {"message": "bad Bearer \#(secret)", "id": "\#(secret)", "details": {"\#(secret)": ["x\#(secret)"]}}}
            """#
        let error = try #require(try await answerTo(.json(body, status: status)))
        #expect(!"\(error)".contains(secret))
        #expect(!String(reflecting: error).contains(secret))
    }
}

@Test func anErrorWithoutTheEnvelopesFieldsStillReads() async throws {
    try await #expect(
        answerTo(.json(#"{"error": {}}"#, status: 404)) == .notFound(.init(status: 404, message: "not found")))
    try await #expect(
        answerTo(.json(#"{"error": {"message": 7, "id": null, "details": null}}"#, status: 409))
            == .conflict(.init(status: 409, message: "conflict")))
}

@Test func anAnswerLargerThanTheLimitIsGivenUpOn() async throws {
    try await withServer(bodyLimit: 1000) { _, _ in
        [.json(projectPage(1...100))]
    } _: { client, _ in
        let error = await failure { () async throws(APIError) in try await client.send(.listProjects()) }
        #expect(
            error
                == .unexpected(
                    status: 200, path: "/v1/projects", detail: "expected at most 1000 bytes, found more"))
    }
}
