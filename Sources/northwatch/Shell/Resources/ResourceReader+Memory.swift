internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension ResourceReader {
    /// Remembers a whole list where the dashboard has the same: names are completed from it.
    func learn(_ items: [JSONValue], _ place: [String]) {
        guard let project = place.first.map({ Project.ID($0) }) else {
            if kind == .projects { learn(.projects, typed(items).map(FeedContent.projects)) }
            return
        }
        switch kind {
        case .services: learn(.services(project), typed(items).map(FeedContent.services))
        case .jobs: learn(.jobs(project), typed(items).map(FeedContent.jobs))
        case .addons: learn(.addons(project), typed(items).map(FeedContent.addons))
        default: break
        }
    }

    private func learn(_ feed: Feed, _ content: FeedContent?) {
        if let content { account.learn(feed, FeedAnswer(content: content)) }
    }

    private func typed<Item: Decodable & Sendable>(_ items: [JSONValue]) -> [Item]? {
        guard let data = try? JSONEncoder().encode(items) else { return nil }
        return try? JSONDecoder().decode(TolerantList<Item>.self, from: data).items
    }
}
