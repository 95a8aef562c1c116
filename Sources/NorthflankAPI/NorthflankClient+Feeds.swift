public import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension NorthflankClient {
    /// Asks what a feed asks. Projects, services, jobs, addons and addon types come whole, however many pages that
    /// takes; of builds, runs, backups and restores one page, newest first. `mayAsk` is asked before each request, and ends it
    /// with `APIError.cancelled` by a no.
    public func load(
        _ feed: Feed, mayAsk: @Sendable () -> Bool = { true }
    ) async throws(APIError) -> FeedAnswer {
        guard mayAsk() else { throw .cancelled }
        return try await ask(feed, mayAsk)
    }

    private func ask(_ feed: Feed, _ mayAsk: @Sendable () -> Bool) async throws(APIError) -> FeedAnswer {
        switch feed {
        case .projects: try await whole(.listProjects(), FeedContent.projects, mayAsk)
        case .services(let project): try await whole(.listServices(project), FeedContent.services, mayAsk)
        case .jobs(let project): try await whole(.listJobs(project), FeedContent.jobs, mayAsk)
        case .addons(let project): try await whole(.listAddons(project), FeedContent.addons, mayAsk)
        case .addonTypes: try await addonTypes()
        case .builds(let service): try await newest(.listServiceBuilds(service), FeedContent.builds) { $0.createdAt }
        case .runs(let job): try await newest(.getJobRuns(job), FeedContent.runs) { $0.startedAt }
        case .backups(let addon): try await newest(.listAddonBackups(addon), FeedContent.backups) { $0.createdAt }
        case .service(let service): try await one(.getService(service), FeedContent.service)
        case .job(let job): try await one(.getJob(job), FeedContent.job)
        case .addon(let addon): try await one(.getAddon(addon), FeedContent.addon)
        case .containers(let service):
            try await newest(.listServiceContainers(service), FeedContent.containers) { $0.createdAt }
        case .serviceMetrics(let service): try await one(.getServiceMetrics(service, .usage), FeedContent.metrics)
        case .addonMetrics(let addon): try await one(.getAddonMetrics(addon, .usage), FeedContent.metrics)
        case .schedules(let addon):
            try await newest(.listBackupSchedules(addon), FeedContent.schedules) { $0.createdAt }
        case .restores(let addon): try await newest(.listAddonRestores(addon), FeedContent.restores) { $0.startedAt }
        }
    }

    private func one<Item>(
        _ endpoint: Endpoint<Single<Item>>, _ content: (Item) -> FeedContent
    ) async throws(APIError) -> FeedAnswer {
        let answer = try await send(endpoint)
        return FeedAnswer(content: content(answer.value.data), notices: answer.notices)
    }

    /// A list that shrinks or grows while it is paged through may show an item twice: the later look counts.
    private func whole<Item: PageItem & Identifiable>(
        _ endpoint: Endpoint<Page<Item>>, _ content: ([Item]) -> FeedContent, _ mayAsk: @Sendable () -> Bool
    ) async throws(APIError) -> FeedAnswer where Item.ID: Sendable {
        var items: [Item] = []
        var places: [Item.ID: Int] = [:]
        var notices: [String] = []
        var requests = 0
        var pages = pages(endpoint).makeAsyncIterator()
        while let page = try await pages.next() {
            requests += 1
            notices += page.notices
            for item in page.value.items {
                if let place = places[item.id] {
                    items[place] = item
                } else {
                    places[item.id] = items.count
                    items.append(item)
                }
            }
            guard !page.value.pagination.hasNextPage || mayAsk() else { throw .cancelled }
        }
        return FeedAnswer(content: content(items), notices: notices, requests: requests)
    }

    /// Types have no id of their own, and their list isn't paged.
    private func addonTypes() async throws(APIError) -> FeedAnswer {
        let answer = try await send(.listAddonTypes())
        return FeedAnswer(content: .addonTypes(answer.value.items), notices: answer.notices)
    }

    /// The contract doesn't promise an order, so the page is sorted here; it is the largest there is, for the same
    /// reason and since a larger page costs no more.
    private func newest<Item: PageItem>(
        _ endpoint: Endpoint<Page<Item>>, _ content: ([Item]) -> FeedContent, date: (Item) -> Date?
    ) async throws(APIError) -> FeedAnswer {
        let answer = try await send(endpoint.page())
        var notices = answer.notices
        let dates = answer.value.items.map(date)
        if answer.value.pagination.hasNextPage, !isNewestFirst(dates) {
            notices.append(
                "\(Item.pageKey ?? "data"): there are more, and this page isn't the newest first; some may be missing")
        }
        return FeedAnswer(content: content(newestFirst(answer.value.items, date: date)), notices: notices)
    }
}

extension MetricsQuery {
    /// How much is used: an hour of CPU and memory.
    fileprivate static let usage = MetricsQuery([.cpu, .memory], span: .last(3_600))
}

/// Newest first, those without a date last; equal ones stay in their order.
func newestFirst<Item>(_ items: [Item], date: (Item) -> Date?) -> [Item] {
    items.enumerated().sorted { left, right in
        switch (date(left.element), date(right.element)) {
        case (let first?, let second?) where first != second: first > second
        case (.some, nil): true
        case (nil, .some): false
        default: left.offset < right.offset
        }
    }
    .map(\.element)
}

/// Whether a page is in the order that puts what is new on the first one.
func isNewestFirst(_ dates: [Date?]) -> Bool {
    zip(dates, dates.dropFirst()).allSatisfy { earlier, later in
        guard let earlier, let later else { return false }
        return earlier >= later
    }
}
