import Dashboard
import Foundation
import Northflank
import TerminalUI

/// An account as the API would tell it: a hundred services a project.
enum Sample {
    private static let perProject = 100
    private static let now = Date(timeIntervalSince1970: 1_780_000_000)

    static func state(services: Int) -> State {
        var state = State(
            session: Session(host: "bench"),
            appearance: Appearance(theme: Theme(name: "plain", styles: [:]), symbols: .unicode), now: now,
            size: Size(columns: 200, rows: 50))
        let projects = (0..<services / perProject).map { Project(id: id($0), name: "Project \($0)") }
        var messages = [Message.feedLoaded(.projects, FeedAnswer(content: .projects(projects)))]
        for number in projects.indices {
            let project = projects[number].id
            messages += [
                answer(project: number, moment: 0),
                .feedLoaded(
                    .jobs(project), FeedAnswer(content: .jobs([Job(id: "nightly", name: "Nightly", kind: .cron)]))),
                .feedLoaded(
                    .addons(project),
                    FeedAnswer(content: .addons([Addon(id: "db", name: "DB", type: "postgresql", status: .running)]))),
            ]
        }
        _ = state.update(messages, now: now)
        return state
    }

    /// What the API tells of a project's services. From one moment to the next, one of them has moved.
    static func answer(project: Int, moment: Int) -> Message {
        let services = (0..<perProject).map { service(project, $0, moment) }
        return .feedLoaded(.services(id(project)), FeedAnswer(content: .services(services)))
    }

    private static func id(_ project: Int) -> Project.ID { .init("project-\(project)") }

    private static func service(_ project: Int, _ number: Int, _ moment: Int) -> Service {
        let moved = number == moment % perProject ? Double(moment) : 0
        let changedAt = now - Double((number * 7_919 + project * 104_729) % 1_000_000) + moved
        return Service(
            id: .init("orders-worker-\(number)"), name: "Orders worker \(number) of shop \(project)", kind: .combined,
            description: "Works on orders of shop \(project)", tags: ["team-orders"],
            build: .init(status: number == 7 && project % 10 == 0 ? .failure : .success, changedAt: changedAt),
            deployment: .init(status: .completed, reason: "DEPLOYING", changedAt: changedAt + 60))
    }
}
