import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    struct Commit: Hashable, Sendable {
        let sha: String
        let message: String
        let author: String
        let date: Date
    }

    struct Branch: Sendable {
        let name: String
        var head: Commit
        /// The number of the pull request opened from it.
        var pullRequest: Int?
    }

    /// Where a repository is: the account's own are called by their name, others by their whole address.
    static func url(of repository: String) -> String {
        repository.contains("/") ? repository : "https://github.com/\(account)/\(repository)"
    }

    /// A git repository outside of the account, which services build from.
    struct Repository: Sendable {
        /// Its name at the host, such as `storefront`; a stranger's by its address.
        let name: String
        /// The default branch first.
        var branches: [Branch]
        /// The services of the account that build from it.
        var builders: [ServiceReference] = []

        var url: String { World.url(of: name) }

        func branch(_ name: String) -> Branch? { branches.first { $0.name == name } }
    }
}
