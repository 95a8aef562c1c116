import Foundation
import Northflank
import Testing

@testable import northwatch

/// What a command that changes something tells of it.
@Suite struct ActionReportTests {
    private static let lost = APIError.unreachable(.timeout, mayHaveArrived: true)
    private static let problem = APIError.Problem(status: 400, message: "because")

    private func report(_ outcome: ActionOutcome) -> ActionReport {
        ActionReport(title: "build of shop/api (main)", outcome: outcome)
    }

    @Test func whatWasAcceptedIsToldByItsID() {
        let report = report(.accepted(id: "swift-fox-12"))
        #expect(report.words == "build of shop/api (main): accepted as swift-fox-12")
        #expect(report.exit == .well)
        #expect(
            ActionReport(title: "restart of shop/api", outcome: .accepted(id: nil)).words
                == "restart of shop/api: accepted")
    }

    @Test func anAnswerThatWasLostIsToldWithWhatWasFound() {
        #expect(report(.found(id: "b-1", after: Self.lost)).exit == .well)
        #expect(
            report(.found(id: "b-1", after: Self.lost)).words
                == "build of shop/api (main): the answer was lost (no answer in time), but it has arrived as b-1")
        #expect(report(.notFound(after: Self.lost)).exit == .unreachable)
        #expect(report(.notFound(after: Self.lost)).words.contains("nothing has changed, and it can be sent again"))
    }

    @Test func whereNobodyKnowsThatIsSaid() {
        let report = report(.unknown(Self.lost, reason: "2 new ones are in the list, and any may be it"))
        #expect(report.exit.rawValue == 2)
        #expect(report.words.hasPrefix("build of shop/api (main): nobody knows whether it arrived"))
        #expect(report.words.hasSuffix("look before sending it again"))
    }

    @Test(
        arguments: [
            (APIError.forbidden(problem, permission: "Deploy"), ShellExit.notAllowed), (.conflict(problem), .broken),
            (.rateLimited(problem, retryAfter: .seconds(1)), .budgetUsedUp), (.invalid(problem), .broken),
            (.unreachable(.dns(host: "x"), mayHaveArrived: false), .unreachable),
        ] as [(APIError, ShellExit)])
    func aRefusalEndsByItsReason(error: APIError, exit: ShellExit) { #expect(report(.refused(error)).exit == exit) }

    @Test func whatWasWaitedForDecidesInTheEnd() {
        var report = report(.accepted(id: "b-1"))
        report.end = .timedOut(nil, .seconds(90))
        #expect(report.exit == .unreachable)
        #expect(
            report.words == "build of shop/api (main), b-1: no end within 1m30s; it goes on: look at northwatch status")
        report.end = .failed(.unauthorized(Self.problem))
        #expect(report.exit == .notAllowed)
    }

    @Test func scriptsGetAnObject() throws {
        let data = try JSONEncoder().encode(report(.accepted(id: "b-1")))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        #expect(object?["outcome"] as? String == "accepted")
        #expect(object?["id"] as? String == "b-1")
        #expect(object?["exitCode"] as? Int == 0)
        #expect(object?["error"] == nil)
    }
}
