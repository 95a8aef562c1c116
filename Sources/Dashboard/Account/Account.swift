public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// All that is known of the account, merged from the feeds.
public struct Account: Hashable, Sendable {
    public private(set) var projects: [Project] = []
    public private(set) var services: [Project.ID: [Service]] = [:]
    public private(set) var jobs: [Project.ID: [Job]] = [:]
    public private(set) var addons: [Project.ID: [Addon]] = [:]
    /// Newest first.
    public private(set) var builds: [ServiceReference: [Build]] = [:]
    /// Newest first.
    public private(set) var runs: [JobReference: [JobRun]] = [:]
    /// Newest first.
    public private(set) var backups: [AddonReference: [Backup]] = [:]
    /// By `Addon.type`.
    public private(set) var addonTypes: [String: AddonType] = [:]
    /// What is known beside the lists of those that were looked at closely.
    public private(set) var serviceDetails: [ServiceReference: ServiceDetail] = [:]
    public private(set) var jobDetails: [JobReference: JobDetail] = [:]
    public private(set) var addonDetails: [AddonReference: AddonDetail] = [:]
    /// Of services that were looked at, or are in trouble; newest first.
    public private(set) var containers: [ServiceReference: [Container]] = [:]
    /// Containers that took the place of others, as far as two looks tell.
    private(set) var replacements: [ServiceReference: Set<Replacement>] = [:]
    public private(set) var serviceMetrics: [ServiceReference: Metrics] = [:]
    public private(set) var addonMetrics: [AddonReference: Metrics] = [:]
    /// Newest first.
    public private(set) var restores: [AddonReference: [Restore]] = [:]
    public private(set) var schedules: [AddonReference: [BackupSchedule]] = [:]
    public private(set) var feeds: [Feed: FeedState] = [:]
    /// What is being asked, and since when.
    private(set) var asked: [Feed: Date] = [:]
    /// Where a project stands in `projects`, and a service in its project's list: there may be thousands.
    private var projectPlaces: [Project.ID: Int] = [:]
    private var servicePlaces: [Project.ID: [Service.ID: Int]] = [:]
    /// The feeds in which something is under way, by the feed that told so.
    private var busy: [Feed: Set<Feed>] = [:]

    public init() {}

    /// The feeds in which a build, a run or a backup is under way, as far as any list tells.
    public var activeFeeds: Set<Feed> { busy.values.reduce(into: []) { $0.formUnion($1) } }

    public func feed(_ feed: Feed) -> FeedState { feeds[feed] ?? FeedState() }

    public func project(_ id: Project.ID) -> Project? { projectPlaces[id].map { projects[$0] } }

    public func service(_ reference: ServiceReference) -> Service? {
        guard let place = servicePlaces[reference.project]?[reference.service] else { return nil }
        return services[reference.project]?[place]
    }

    /// Reads a service where it stands, without a copy of it: of each of thousands, a row wants a field or two.
    func withService<Result>(_ reference: ServiceReference, _ read: (Service) -> Result) -> Result? {
        guard let place = servicePlaces[reference.project]?[reference.service] else { return nil }
        return services[reference.project]?.withUnsafeBufferPointer { read($0[place]) }
    }

    public func job(_ reference: JobReference) -> Job? { jobs[reference.project]?.first { $0.id == reference.job } }

    public func addon(_ reference: AddonReference) -> Addon? {
        addons[reference.project]?.first { $0.id == reference.addon }
    }

    public func build(_ reference: BuildReference) -> Build? {
        builds[reference.service]?.first { $0.id == reference.build }
    }

    public func run(_ reference: RunReference) -> JobRun? { runs[reference.job]?.first { $0.id == reference.run } }

    public func backup(_ reference: BackupReference) -> Backup? {
        backups[reference.addon]?.first { $0.id == reference.backup }
    }

    public func restore(_ id: Restore.ID, of addon: AddonReference) -> Restore? {
        restores[addon]?.first { $0.id == id }
    }
}

// MARK: - Feeds

extension Account {
    public mutating func started(_ feed: Feed, at now: Date) { asked[feed] = now }

    public mutating func failed(_ feed: Feed, _ error: APIError, at now: Date, retryIn: Duration?) {
        asked[feed] = nil
        var state = self.feed(feed)
        if error != .cancelled {
            state.failure = .init(
                error: error, at: state.failure?.at ?? now, retryAt: retryIn.map { now.addingTimeInterval($0.seconds) })
        }
        feeds[feed] = state
        if case .notFound = error { forget(feed) }
    }

    /// Takes over an answer. What belonged to a resource that is gone goes with it.
    public mutating func loaded(
        _ feed: Feed, _ answer: FeedAnswer, at moment: Date?, from source: FeedState.Source = .live
    ) {
        asked[feed] = nil
        guard accept(answer.content, of: feed) else { return }
        var state = FeedState()
        state.source = source
        state.receivedAt = moment
        state.notices = answer.notices
        state.requests = answer.requests
        feeds[feed] = state
    }

    /// False where the answer isn't of the feed's kind.
    private mutating func accept(_ content: FeedContent, of feed: Feed) -> Bool {
        switch (feed, content) {
        case (.projects, .projects(let list)):
            for gone in Self.gone(from: projects, to: list) { forgetProject(gone) }
            projects = list
            projectPlaces = Self.places(list)
        case (.services(let project), .services(let list)):
            for gone in Self.gone(from: services[project], to: list) {
                let reference = ServiceReference(project: project, service: gone)
                for feed in [
                    Feed.builds(reference), .service(reference), .containers(reference), .serviceMetrics(reference),
                ] {
                    forget(feed)
                }
            }
            services[project] = list
            servicePlaces[project] = Self.places(list)
        case (.jobs(let project), .jobs(let list)):
            for gone in Self.gone(from: jobs[project], to: list) {
                let reference = JobReference(project: project, job: gone)
                forget(.runs(reference))
                forget(.job(reference))
            }
            jobs[project] = list
        case (.addons(let project), .addons(let list)):
            for gone in Self.gone(from: addons[project], to: list) {
                let reference = AddonReference(project: project, addon: gone)
                for feed in [
                    Feed.backups(reference), .addon(reference), .addonMetrics(reference), .restores(reference),
                    .schedules(reference),
                ] {
                    forget(feed)
                }
            }
            addons[project] = list
        case (.builds(let service), .builds(let list)): builds[service] = list
        case (.runs(let job), .runs(let list)): runs[job] = list
        case (.backups(let addon), .backups(let list)): backups[addon] = list
        case (.service(let service), .service(let detail)): serviceDetails[service] = detail
        case (.job(let job), .job(let detail)): jobDetails[job] = detail
        case (.addon(let addon), .addon(let detail)): addonDetails[addon] = detail
        case (.containers(let service), .containers(let list)):
            noteReplacements(in: service, by: list)
            containers[service] = list
        case (.serviceMetrics(let service), .metrics(let metrics)): serviceMetrics[service] = metrics
        case (.addonMetrics(let addon), .metrics(let metrics)): addonMetrics[addon] = metrics
        case (.restores(let addon), .restores(let list)): restores[addon] = list
        case (.schedules(let addon), .schedules(let list)): schedules[addon] = list
        case (.addonTypes, .addonTypes(let list)):
            addonTypes = Dictionary(list.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
        default: return false
        }
        let told = Self.busyFeeds(told: content, by: feed)
        busy[feed] = told.isEmpty ? nil : told
        return true
    }

    /// What an answer says is under way. Jobs tell nothing: only their runs do.
    private static func busyFeeds(told content: FeedContent, by feed: Feed) -> Set<Feed> {
        switch (content, feed) {
        case (.services(let list), .services(let project)):
            Set(
                list.filter { $0.build?.status.isActive == true }
                    .map { .builds(ServiceReference(project: project, service: $0.id)) })
        case (.addons(let list), .addons(let project)):
            Set(
                list.filter { $0.status == .backup }
                    .map { .backups(AddonReference(project: project, addon: $0.id)) })
        case (.builds(let list), _) where list.contains(where: \.isActive): [feed]
        case (.runs(let list), _) where list.contains(where: \.isActive): [feed]
        case (.backups(let list), _) where list.contains(where: \.isActive): [feed]
        default: []
        }
    }

    /// The ids that were in a list and no longer are.
    private static func gone<Resource: Identifiable>(from before: [Resource]?, to after: [Resource]) -> [Resource.ID] {
        guard let before, !before.isEmpty else { return [] }
        let kept = Set(after.map(\.id))
        return before.map(\.id).filter { !kept.contains($0) }
    }

    /// Where each id stands; the first where one stands twice.
    private static func places<Resource: Identifiable>(_ list: [Resource]) -> [Resource.ID: Int] {
        Dictionary(list.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func noteReplacements(in service: ServiceReference, by list: [Container]) {
        let new = Replacement.all(in: list, since: containers[service])
        guard !new.isEmpty else { return }
        replacements[service] = Replacement.recent(of: (replacements[service] ?? []).union(new))
    }

    private mutating func forgetProject(_ id: Project.ID) {
        for feed in feeds.keys where feed.project == id { forget(feed) }
    }

    /// Drops the content of a feed whose subject is gone.
    private mutating func forget(_ feed: Feed) {
        switch feed {
        case .projects, .addonTypes: return
        case .services(let project):
            services[project] = nil
            servicePlaces[project] = nil
        case .jobs(let project): jobs[project] = nil
        case .addons(let project): addons[project] = nil
        case .builds(let service): builds[service] = nil
        case .runs(let job): runs[job] = nil
        case .backups(let addon): backups[addon] = nil
        case .service(let service): serviceDetails[service] = nil
        case .job(let job): jobDetails[job] = nil
        case .addon(let addon): addonDetails[addon] = nil
        case .containers(let service): (containers[service], replacements[service]) = (nil, nil)
        case .serviceMetrics(let service): serviceMetrics[service] = nil
        case .addonMetrics(let addon): addonMetrics[addon] = nil
        case .restores(let addon): restores[addon] = nil
        case .schedules(let addon): schedules[addon] = nil
        }
        busy[feed] = nil
        asked[feed] = nil
        if feeds[feed]?.failure == nil { feeds[feed] = nil }
    }
}

extension Duration {
    /// In seconds, fractions included.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
