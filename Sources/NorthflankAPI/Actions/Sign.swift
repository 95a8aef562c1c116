internal import Northflank

/// By what an action's answer that was lost is made up for: where to look, and what would show that it arrived.
struct Sign: Sendable {
    /// How what was there before becomes known.
    enum Before: Hashable, Sendable {
        /// It needn't be: what is wanted can't be mistaken for anything else.
        case irrelevant
        /// Whoever acts may know it; one look tells it else.
        case looked
        /// It can only be this: what isn't suspended yet isn't suspended.
        case certain(Set<String>)
    }

    typealias Look = @Sendable (NorthflankClient) async -> Result<Reconciliation.Look, APIError>

    var wanted: Reconciliation.Wanted
    var before: Before
    var look: Look

    /// Where one looks, in words.
    var place: String {
        switch wanted {
        case .build, .any, .backup, .named: "the list"
        case .state: "its state"
        case .restart: "the list of its containers"
        }
    }
}

extension Sign {
    /// Something new in a list, of which one page is asked.
    static func new<Item>(
        _ wanted: Reconciliation.Wanted, in endpoint: Endpoint<Page<Item>>, before: Before = .looked,
        _ line: @escaping @Sendable (Item) -> Reconciliation.Item
    ) -> Sign {
        Sign(wanted: wanted, before: before) { client in
            await client.attempt(endpoint.page()).map { answer in
                let items = answer.value.items.map(line)
                return .list(
                    Reconciliation.Listing(
                        items: items,
                        showsWhatIsNew: !answer.value.pagination.hasNextPage
                            || isNewestFirst(items.map(\.startedAt))))
            }
            .mapError(\.error)
        }
    }

    /// Something new in a list that is in no order, and so is asked whole.
    static func new(named name: String, in feed: Feed) -> Sign {
        Sign(wanted: .named(name), before: .looked) { client in
            do throws(APIError) {
                let items = try await client.load(feed).content.namedItems
                return .success(.list(Reconciliation.Listing(items: items, showsWhatIsNew: true)))
            } catch {
                return .failure(error)
            }
        }
    }

    /// A state that is read from a resource. `state` is nil where the API doesn't tell.
    static func state<Item>(
        _ wanted: String?, before: Before, of endpoint: Endpoint<Single<Item>>,
        _ state: @escaping @Sendable (Item) -> String?
    ) -> Sign {
        Sign(wanted: .state(wanted), before: before) { client in
            await client.attempt(endpoint).map { .state(state($0.value.data)) }.mapError(\.error)
        }
    }

    /// New containers in the place of all old ones. Looking before tells the API's clock.
    static func restarted(_ endpoint: Endpoint<Page<Container>>) -> Sign {
        Sign(wanted: .restart, before: .looked) { client in
            await client.attempt(endpoint.page()).map { answer in
                .containers(answer.value.items.filter(\.isWanted).map(\.createdAt))
            }
            .mapError(\.error)
        }
    }
}

extension Container {
    /// Those that are on their way out are left out.
    fileprivate var isWanted: Bool { ![.killing, .killed, .failed, .finished].contains(status) }
}

extension FeedContent {
    /// What was created can only be in these.
    fileprivate var namedItems: [Reconciliation.Item] {
        switch self {
        case .projects(let list): list.map { .init(id: $0.id.rawValue, name: $0.name) }
        case .services(let list): list.map { .init(id: $0.id.rawValue, name: $0.name) }
        case .jobs(let list): list.map { .init(id: $0.id.rawValue, name: $0.name) }
        case .addons(let list): list.map { .init(id: $0.id.rawValue, name: $0.name) }
        case .builds, .runs, .backups, .restores, .job, .addonTypes, .service, .addon, .containers, .metrics,
            .schedules:
            []
        }
    }
}
