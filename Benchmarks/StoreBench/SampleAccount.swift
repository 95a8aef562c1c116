import Foundation
import Northflank

/// An account of so many services, 25 a project, as the API would tell it.
struct SampleAccount {
    let feeds: [RememberedFeed]
    /// The same services as the API's JSON, a list for each project.
    let json: [Data]

    init(services: Int, now: Date) {
        let projects = (0..<max(1, services / 25)).map { number in
            Project(id: .init("project-\(number)"), name: "Project \(number)", description: "Shop number \(number)")
        }
        let lists = projects.indices.map { project in
            (0..<min(25, services)).map { Self.service(project, $0, now: now) }
        }
        func remembered(_ feed: Feed, _ content: FeedContent) -> RememberedFeed {
            RememberedFeed(feed, answer: FeedAnswer(content: content), receivedAt: now)
        }
        var feeds = [remembered(.projects, .projects(projects))]
        for (project, list) in zip(projects, lists) {
            feeds += [
                remembered(.services(project.id), .services(list)),
                remembered(.jobs(project.id), .jobs([Job(id: "nightly", name: "Nightly", kind: .cron)])),
                remembered(
                    .addons(project.id),
                    .addons([Addon(id: "main-db", name: "Main DB", type: "postgresql", status: .running)])),
            ]
        }
        self.feeds = feeds
        json = lists.map { Data("[\($0.map(Self.text).joined(separator: ","))]".utf8) }
    }

    private static func service(_ project: Int, _ number: Int, now: Date) -> Service {
        Service(
            id: .init("orders-worker-\(number)"), name: "Orders worker \(number)", kind: .combined,
            description: "Works on orders of shop \(project)", tags: ["team-orders"],
            build: .init(
                status: number == 7 && project % 10 == 0 ? .failure : .success, changedAt: now - Double(number) * 60),
            deployment: .init(status: .completed, reason: "DEPLOYING", changedAt: now - Double(number) * 50))
    }

    private static func text(_ service: Service) -> String {
        func time(_ date: Date?) -> String { date.map { CivilTime($0).iso } ?? "" }
        return """
            {"id":"\(service.id)","appId":"/acme/project/\(service.id)","name":"\(service.name)",
            "description":"\(service.description ?? "")","serviceType":"combined","tags":["team-orders"],
            "disabledCI":false,"disabledCD":false,"status":{
            "build":{"status":"SUCCESS","lastTransitionTime":"\(time(service.build?.changedAt))"},
            "deployment":{"reason":"DEPLOYING","status":"COMPLETED",
            "lastTransitionTime":"\(time(service.deployment?.changedAt))"}}}
            """
    }
}
