internal import Dashboard
internal import Northflank
internal import NorthflankAPI

/// What `northwatch get` has found.
struct FoundResources: Sendable {
    struct Item: Sendable {
        /// The way to what it is in: `["shop", "api"]`
        var place: [String]
        var value: JSONValue
    }

    var items: [Item] = []
    /// One was asked for by its name.
    var isOne = false
    /// There are more than were asked for.
    var isCut = false
    /// What keeps the list from being whole.
    var failures: [Complaint] = []
}

/// Asks for things of one kind, page by page, within the budget.
struct ResourceReader: Sendable {
    let account: OpenAccount
    let kind: ResourceKind
    /// How many of a list at most; nil is all.
    let limit: Int?

    /// - Parameter name: as in `ResourceKind.usage`; nil for all that there are.
    func read(_ name: String?) async throws(Complaint) -> FoundResources {
        let parts = name.map { $0.split(separator: "/", omittingEmptySubsequences: false).map(String.init) } ?? []
        guard parts.allSatisfy({ $0 != "" }) else { throw mistaken(name) }
        switch (kind.definition.place, parts.count) {
        case (.account(let operation), 0): return try await list(operation, [])
        case (.account(let operation), 1): return try await one(parts[0], operation, [])
        case (.project(let operation), 0): return try await everywhere(operation)
        case (.project(let operation), 1):
            return try await list(operation, [try await account.project(parts[0]).rawValue])
        case (.project(let operation), 2):
            return try await one(parts[1], operation, [try await account.project(parts[0]).rawValue])
        case (.thing(let operations), 1...2):
            let (operation, place) = try await thing(parts.joined(separator: "/"), operations)
            return try await list(operation, place)
        case (.thing(let operations), 3):
            let (operation, place) = try await thing("\(parts[0])/\(parts[1])", operations)
            return try await one(parts[2], operation, place)
        case (.inside(let names, let operation), _) where parts.count == 1 + names.count:
            return try await list(operation, try await inside(parts))
        case (.inside(let names, let operation), _) where parts.count == 2 + names.count:
            return try await one(parts[parts.count - 1], operation, try await inside(Array(parts.dropLast())))
        default: throw mistaken(name)
        }
    }

    private func mistaken(_ name: String?) -> Complaint {
        .usage(
            "\(name.map { "\"\($0)\" is no name of \(kind.words)" } ?? "a name is needed"): "
                + "northwatch get \(kind.rawValue) \(kind.usage)")
    }

    /// A project goes by its name too, what is in it by ids alone.
    private func inside(_ parts: [String]) async throws(Complaint) -> [String] {
        [try await account.project(parts[0]).rawValue] + parts.dropFirst()
    }

    private func thing(
        _ name: String, _ operations: [NamedKind: APIOperation]
    ) async throws(Complaint) -> (APIOperation, [String]) {
        let found = try await account.find(name, among: NamedKind.allCases.filter { operations[$0] != nil })
        // It is one of the kinds that were looked among.
        guard let operation = operations[found.kind] else { throw mistaken(name) }
        return (operation, found.path)
    }

    // MARK: - Lists

    /// A list of each project. One that may not be read leaves the others; without a network or a budget it ends.
    private func everywhere(_ operation: APIOperation) async throws(Complaint) -> FoundResources {
        var all = FoundResources()
        try await account.read(.projects, or: "the projects can't be listed")
        for project in account.known.projects {
            do throws(Complaint) {
                let found = try await list(operation, [project.id.rawValue])
                all.items += found.items
                all.isCut = all.isCut || found.isCut
                all.failures += found.failures
            } catch {
                all.failures.append(error)
            }
            let isOver = all.failures.contains {
                [ShellExit.unreachable.rawValue, ShellExit.budgetUsedUp.rawValue].contains($0.code)
            }
            if isOver { break }
        }
        return all
    }

    /// - Throws: where not even the first page came.
    private func list(_ operation: APIOperation, _ place: [String]) async throws(Complaint) -> FoundResources {
        var found = FoundResources()
        let what = "the \(kind.words)\(place.isEmpty ? "" : " of \(place.joined(separator: "/"))") can't be listed"
        var pages = account.client.pages(Endpoint<RawPage>(operation, place)).makeAsyncIterator()
        while true {
            do throws(Complaint) {
                guard let page = try await next(&pages, what) else {
                    learn(found.items.map(\.value), place)
                    return found
                }
                found.items += page.items(under: kind.definition.key).map { .init(place: place, value: $0) }
                guard let limit, found.items.count >= limit else { continue }
                found.isCut = page.pagination.hasNextPage || found.items.count > limit
                found.items.removeLast(found.items.count - limit)
                return found
            } catch {
                guard !found.items.isEmpty else { throw error }
                found.failures.append(error)
                return found
            }
        }
    }

    private func next(
        _ pages: inout Pages<RawPage>.AsyncIterator, _ what: String
    ) async throws(Complaint) -> RawPage? {
        if let limit = account.spending.limit { throw Complaint(limit, what) }
        do throws(APIError) {
            return try await pages.next()?.value
        } catch {
            throw Complaint(error, what)
        }
    }

    // MARK: - One

    private func one(
        _ id: String, _ list: APIOperation, _ place: [String]
    ) async throws(Complaint) -> FoundResources {
        if let operation = kind.definition.one {
            let what = "\(kind.singularWords) \((place + [id]).joined(separator: "/")) can't be read"
            if let limit = account.spending.limit { throw Complaint(limit, what) }
            let path = try await path(id, place)
            do throws(APIError) {
                let answer = try await account.client.send(Endpoint<RawPage>(operation, path))
                return FoundResources(
                    items: [.init(place: Array(path.dropLast()), value: answer.value.data)], isOne: true)
            } catch {
                throw Complaint(error, what)
            }
        }
        let found = try await ResourceReader(account: account, kind: kind, limit: nil).list(list, place)
        let nameables = found.items.map { item in
            Nameable(
                id: item.value[kind.definition.id]?.description ?? "", name: item.value["name"]?.text ?? "",
                value: item)
        }
        guard let item = nameables.named(id).first else {
            let guess = nameables.nearestID(to: id).map { "; did you mean \($0)?" } ?? ""
            throw Complaint(
                .broken, "there is no \(kind.singularWords) \((place + [id]).joined(separator: "/"))\(guess)")
        }
        return FoundResources(items: [item], isOne: true)
    }

    /// Services, jobs and addons go by their names too.
    private func path(_ id: String, _ place: [String]) async throws(Complaint) -> [String] {
        switch kind {
        case .projects: [try await account.project(id).rawValue]
        case .services: try await account.find("\(place[0])/\(id)", among: [.service]).path
        case .jobs: try await account.find("\(place[0])/\(id)", among: [.job]).path
        case .addons: try await account.find("\(place[0])/\(id)", among: [.addon]).path
        default: place + [id]
        }
    }
}

extension NamedThing {
    var kind: NamedKind {
        switch self {
        case .service: .service
        case .job: .job
        case .addon: .addon
        }
    }

    /// The ids that lead to it.
    var path: [String] {
        switch self {
        case .service(let service): [service.project.rawValue, service.service.rawValue]
        case .job(let job): [job.project.rawValue, job.job.rawValue]
        case .addon(let addon): [addon.project.rawValue, addon.addon.rawValue]
        }
    }
}
