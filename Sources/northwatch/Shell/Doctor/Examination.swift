internal import Northflank
internal import NorthflankAPI

/// What is found out by asking the API: four requests at most.
struct Examination {
    let account: OpenAccount

    func findings() async -> [Finding] {
        let start = ContinuousClock.now
        do throws(APIError) {
            let projects = try await account.client.send(.listProjects())
            let duration = ContinuousClock.now - start
            let denied = await deniedLists(in: projects.value.items.first?.id)
            return told(.permissions(denied: denied), after: duration)
        } catch {
            let duration = ContinuousClock.now - start
            switch error {
            case .forbidden(_, let permission):
                return told(.permissions(denied: [("projects", permission)]), after: duration)
            case .unauthorized:
                return told(.failing("permissions", "\(error)", remedy: error.remedy), after: duration)
            case .rateLimited: return told(nil, after: duration)
            case .unreachable, .notFound, .conflict, .invalid, .server, .unexpected, .cancelled:
                return [.unreachable(account.account.baseURL, error)]
            }
        }
    }

    private func told(_ permissions: Finding?, after duration: Duration) -> [Finding] {
        [
            .reach(account.account.baseURL, in: duration), .clock(account.client.clockLead), permissions,
            .budget(account.spending.rateLimit),
        ].compactMap(\.self)
    }

    /// What may be listed in a project shows by asking.
    private func deniedLists(in project: Project.ID?) async -> [(what: String, permission: String?)] {
        guard let project else { return [] }
        var denied: [(what: String, permission: String?)] = []
        for feed in [Feed.services(project), .jobs(project), .addons(project)] where account.spending.limit == nil {
            do throws(APIError) {
                try await account.load(feed)
            } catch {
                guard case .forbidden(_, let permission) = error else { continue }
                denied.append((Self.words(feed), permission))
            }
        }
        return denied
    }

    private static func words(_ feed: Feed) -> String {
        switch feed {
        case .services: "services"
        case .jobs: "jobs"
        default: "addons"
        }
    }
}
