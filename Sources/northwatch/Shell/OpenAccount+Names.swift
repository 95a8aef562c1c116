internal import Dashboard
internal import Northflank

// Names are looked up in what is remembered, and then in a list that is asked for once.

extension OpenAccount {
    /// The project of that id or name.
    func project(_ text: String) async throws(Complaint) -> Project.ID {
        if let known = try one(of: projects.named(text), text) { return known }
        if !isFresh(.projects) { try await read(.projects, or: "there is no project \"\(text)\" as far as is known") }
        if let found = try one(of: projects.named(text), text) { return found }
        let guess = projects.nearestID(to: text).map { "; did you mean \($0)?" } ?? ""
        throw .usage("there is no project \"\(text)\"\(guess)")
    }

    /// The one thing of that name.
    /// - Parameter kinds: what it may be.
    func find(_ text: String, among kinds: [NamedKind]) async throws(Complaint) -> NamedThing {
        let name = try ResourceName(text, defaultProject: account.project)
        if let kind = name.kind, !kinds.contains(kind) {
            throw .usage("\"\(text)\": this takes \(Self.words(kinds)), and no \(kind.rawValue)")
        }
        let kinds = name.kind.map { [$0] } ?? kinds
        let project = try await project(name.project)
        if let known = try one(of: things(kinds, project).named(name.item), text) { return known }
        let what = "there is no \(Self.words(kinds)) \(project)/\(name.item)"
        for kind in kinds where !isFresh(kind.feed(in: project)) {
            try await read(kind.feed(in: project), or: "\(what) as far as is known")
        }
        let all = things(kinds, project)
        if let found = try one(of: all.named(name.item), text) { return found }
        let guess = all.nearestID(to: name.item).map { "; did you mean \(project)/\($0)?" } ?? ""
        throw .usage("\(what)\(guess)")
    }

    /// The service of that name.
    func service(_ text: String) async throws(Complaint) -> ServiceReference {
        guard case .service(let service) = try await find(text, among: [.service]) else { throw Self.mismatch(text) }
        return service
    }

    /// The job of that name.
    func job(_ text: String) async throws(Complaint) -> JobReference {
        guard case .job(let job) = try await find(text, among: [.job]) else { throw Self.mismatch(text) }
        return job
    }

    /// The addon of that name.
    func addon(_ text: String) async throws(Complaint) -> AddonReference {
        guard case .addon(let addon) = try await find(text, among: [.addon]) else { throw Self.mismatch(text) }
        return addon
    }

    /// The service or the addon of that name.
    func workload(_ text: String) async throws(Complaint) -> Workload {
        switch try await find(text, among: [.service, .addon]) {
        case .service(let service): return .service(service)
        case .addon(let addon): return .addon(addon)
        case .job: throw Self.mismatch(text)
        }
    }

    /// One of the newest things of a feed, by its id or name.
    /// - Parameter missing: that it has none of this name, in words: "shop/db has no backup".
    func pick<ID: Hashable>(
        _ text: String, _ feed: Feed, _ missing: String, from items: (Dashboard.Account) -> [Nameable<ID>]
    ) async throws(Complaint) -> ID {
        try await read(feed, or: "\(missing) \"\(text)\" as far as is known")
        let all = items(known)
        if let found = all.named(text).first { return found }
        let guess = all.nearestID(to: text).map { "; did you mean \($0)?" } ?? ""
        throw .usage("\(missing) \"\(text)\" among its newest\(guess)\(Self.listing(feed))")
    }

    /// What lists all of a feed's kind.
    private static func listing(_ feed: Feed) -> String {
        let list: String? =
            switch feed {
            case .builds(let service): "builds \(service.project)/\(service.service)"
            case .runs(let job): "runs \(job.project)/\(job.job)"
            case .backups(let addon): "backups \(addon.project)/\(addon.addon)"
            default: nil
            }
        return list.map { "; northwatch get \($0) --limit 0 lists all" } ?? ""
    }

    private static func mismatch(_ text: String) -> Complaint { .usage("\"\(text)\" is something else") }

    private var projects: [Nameable<Project.ID>] {
        known.projects.map { Nameable(id: $0.id.rawValue, name: $0.name, value: $0.id) }
    }

    private func things(_ kinds: [NamedKind], _ project: Project.ID) -> [Nameable<NamedThing>] {
        let known = known
        return kinds.flatMap { kind in
            switch kind {
            case .service:
                (known.services[project] ?? []).map {
                    Nameable(
                        id: $0.id.rawValue, name: $0.name,
                        value: NamedThing.service(ServiceReference(project: project, service: $0.id)))
                }
            case .job:
                (known.jobs[project] ?? []).map {
                    Nameable(
                        id: $0.id.rawValue, name: $0.name,
                        value: NamedThing.job(JobReference(project: project, job: $0.id)))
                }
            case .addon:
                (known.addons[project] ?? []).map {
                    Nameable(
                        id: $0.id.rawValue, name: $0.name,
                        value: NamedThing.addon(AddonReference(project: project, addon: $0.id)))
                }
            }
        }
    }

    private func one<Value: Hashable>(of found: [Value], _ text: String) throws(Complaint) -> Value? {
        guard found.count > 1 else { return found.first }
        throw .usage(
            "\"\(text)\" may be any of \(found.count): give the id, or say which kind is meant, as in job:shop/api")
    }

    private static func words(_ kinds: [NamedKind]) -> String {
        kinds.map(\.rawValue).joined(separator: " or ")
    }
}
