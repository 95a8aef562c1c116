import Northflank
import Testing

@testable import Refresh

/// Where time begins in these tests.
let dawn = ContinuousClock().now

/// An instant so many seconds after dawn.
func at(_ seconds: Double) -> ContinuousClock.Instant { dawn.advanced(by: .seconds(seconds)) }

func services(_ project: String) -> Feed { .services(Project.ID(project)) }
func jobs(_ project: String) -> Feed { .jobs(Project.ID(project)) }
func builds(_ service: String) -> Feed {
    .builds(ServiceReference(project: "shop", service: Service.ID(service)))
}

func limit(_ remaining: Int, of limit: Int = 1_000, resetIn seconds: Double = 3_600) -> RateLimit {
    RateLimit(limit: limit, remaining: remaining, resetIn: .seconds(seconds))
}

let lost = APIError.unreachable(.connection("refused"), mayHaveArrived: false)
let lostLate = APIError.unreachable(.timeout, mayHaveArrived: true)
let broken = APIError.server(APIError.Problem(status: 503, message: "down for a moment"))
let unknown = APIError.notFound(APIError.Problem(status: 404, message: "no such project"))
let signedOut = APIError.unauthorized(APIError.Problem(status: 401, message: "token expired"))

func refused(after seconds: Double) -> APIError {
    .rateLimited(APIError.Problem(status: 429, message: "too many"), retryAfter: .seconds(seconds))
}

extension PlannerAction {
    var asked: Feed? {
        if case .ask(let feed, _) = self { feed } else { nil }
    }

    var asking: Asking {
        switch self {
        case .ask(_, let asking), .cancel(_, let asking): asking
        }
    }
}

extension [PlannerAction] {
    /// What is asked, in its order.
    var asked: [Feed] { compactMap(\.asked) }

    /// The asking of one of them, the first by default.
    func asking(_ index: Int = 0) throws -> Asking { try #require(dropFirst(index).first).asking }
}

extension Planner {
    /// A planner that has had an answer for the project list and knows its budget.
    static func warm(_ heard: RateLimit = limit(999), generator: SplitMix = SplitMix(seed: 7)) -> Planner {
        var planner = Planner(generator: generator)
        let first = planner.setInterest([.projects: .background], at: dawn)
        _ = planner.rateLimit(heard, at: dawn)
        _ = planner.answered(first[0].asking, requests: 1, at: dawn)
        return planner
    }
}
