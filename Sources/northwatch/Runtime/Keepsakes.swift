internal import Dashboard
internal import Northflank
internal import Store

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What the user's own doing leaves in the state database: favourites, the timeline, and what builds and runs were given.
struct Keepsakes: Sendable {
    let stored: StoredAccount
    let permit: Permit
    let notices: StoreNotices

    private static let favourites = "favourites"
    /// Before the name of what they are of: what one dashboard keeps of a service leaves another's of a job alone.
    private static let overrides = "overrides "

    /// Blocks the thread: favourites come first in their panes, from the first frame on. What is damaged is none.
    static func favourites(of stored: StoredAccount) throws(StoreProblem) -> Set<Favourite> {
        try stored.keepsake(favourites).flatMap { try? JSONDecoder().decode(Set<Favourite>.self, from: $0) } ?? []
    }

    func keep(_ favourites: Set<Favourite>) async {
        // Plain values of our own: they always encode.
        guard let value = try? JSONEncoder().encode(favourites) else { return }
        do throws(StoreProblem) { try await stored.keep(value, as: Self.favourites) } catch { notices.tell(error) }
    }

    func keep(_ overrides: Overrides) async {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let target = try? encoder.encode(overrides.target), let value = try? encoder.encode(overrides) else {
            return
        }
        let name = Self.overrides + String(decoding: target, as: UTF8.self)
        do throws(StoreProblem) { try await stored.keep(value, as: name) } catch { notices.tell(error) }
    }

    /// Those of earlier starts. What is damaged is left out.
    func overrides() async -> [Overrides] {
        do throws(StoreProblem) {
            return try await stored.keepsakes(startingWith: Self.overrides).compactMap {
                try? JSONDecoder().decode(Overrides.self, from: $0)
            }
        } catch {
            notices.tell(error)
            return []
        }
    }

    /// What the feeds told all processes see, and the one that asks writes down; what a user did each writes itself.
    func keep(_ changes: [Change]) async {
        let own = permit.lease == nil ? changes.filter { $0.kind == .action } : changes
        let encoder = JSONEncoder()
        let values = own.compactMap { change in (try? encoder.encode(change)).map { (at: change.at, value: $0) } }
        guard !values.isEmpty else { return }
        do throws(StoreProblem) { try await stored.add(values, limit: Timeline.limit) } catch { notices.tell(error) }
    }

    /// What earlier starts, and others, have written down.
    func timeline() async -> [Change] {
        let decoder = JSONDecoder()
        do throws(StoreProblem) {
            return try await stored.changes(limit: Timeline.limit).compactMap {
                try? decoder.decode(Change.self, from: $0)
            }
        } catch {
            notices.tell(error)
            return []
        }
    }
}
