import Northflank
import NorthflankAPI
import Testing

@testable import northwatch

/// What a script learns from an exit code.
@Suite struct ShellExitTests {
    private static let problem = APIError.Problem(status: 400, message: "because")

    private static let codes: [(APIError, Int32)] = [
        (.unreachable(.timeout, mayHaveArrived: true), 2), (.server(problem), 2),
        (.unexpected(status: 200, path: "/", detail: "HTML"), 2), (.unauthorized(problem), 3),
        (.forbidden(problem, permission: "Project > Jobs"), 3), (.rateLimited(problem, retryAfter: .seconds(9)), 4),
        (.notFound(problem), 1), (.conflict(problem), 1), (.invalid(problem), 1),
        (.invalid(.init(status: 0, message: "never sent")), 64),
    ]

    @Test(arguments: codes) func eachErrorHasItsCode(error: APIError, code: Int32) {
        #expect(ShellExit(error).rawValue == code)
    }

    @Test func aComplaintSaysWhatWasWantedWhyNotAndWhatToDo() {
        let complaint = Complaint(.forbidden(Self.problem, permission: "Jobs > Read"), "the jobs can't be listed")
        #expect(
            complaint.text
                == "the jobs can't be listed: not allowed: because (needs Jobs > Read); "
                + "ask for an API role with this permission")
        #expect(complaint.code == 3)
    }

    @Test func readingStopsAtItsOwnLimitAndAtTheReserve() {
        let limited = Spending(atMost: 2)
        #expect(limited.limit == nil)
        #expect(limited.grant())
        #expect(limited.limit == nil)
        #expect(limited.grant())
        #expect(!limited.grant())
        #expect(limited.limit == .own(2))

        let spending = Spending()
        func answer(_ remaining: Int) {
            let left = RateLimit(limit: 1000, remaining: remaining, resetIn: .seconds(60))
            spending.observer.onAnswer(.init(operation: "a", status: 200, rateLimit: left))
        }
        answer(51)
        #expect(spending.limit == nil)
        answer(50)
        #expect(spending.limit != nil)
        #expect(spending.limit.map { Complaint($0, "no").code } == 4)
    }
}
