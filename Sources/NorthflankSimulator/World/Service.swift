import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A service: it builds from a repository, or deploys, or both.
    struct Service: Sendable {
        typealias ID = Northflank.Service.ID

        /// What it builds.
        struct Source: Sendable {
            /// Name of the repository.
            let repository: String
            /// A combined service builds this branch only; a build service builds them all.
            let branch: String
        }

        /// What it runs.
        enum Runs: Hashable, Sendable {
            case ownBuilds
            case image(ImageSource)
        }

        let id: ID
        let project: Northflank.Project.ID
        var name: String
        var about: String?
        var kind: ServiceKind
        var tags: [String] = []
        var createdAt: Date
        var ciDisabled = false
        var cdDisabled = false
        var source: Source?
        /// Nil for nothing yet.
        var runs: Runs?
        /// How its containers are started, as it was said: `docker`, `buildpack` and `storage`.
        var runtime: [String: JSONValue] = [:]
        var healthChecks: [JSONValue] = []
        var instances = 1
        var isPaused = false
        var deploymentPlan = "nf-compute-50"
        /// How long its builds spend in BUILDING, in seconds.
        var typicalBuild: TimeInterval = 90
        /// Seconds from one line that a container of it prints to the next, about.
        var logPace = RuntimeLog.usualPace
        /// Since when each build fails, if they do.
        var buildsFailSince: Date?
        /// Since when nothing can be rolled out, if so.
        var deploysFailSince: Date?
        /// When that was mended; nil where it never is.
        var deploysFailUntil: Date?
        /// Since when one of its containers fails again and again, if so.
        var crashesSince: Date?
        /// Oldest first.
        var builds: [Build] = []
        /// The latest.
        var rollout: Rollout?

        var reference: ServiceReference { ServiceReference(project: project, service: id) }

        func failsToRollOut(at date: Date) -> Bool {
            guard let since = deploysFailSince, since <= date else { return false }
            return deploysFailUntil.map { date < $0 } ?? true
        }

        func build(_ id: Build.ID) -> Build? { builds.last { $0.id == id } }

        /// The newest build of a branch that went well; of any branch where none is named.
        func latestImage(of branch: String?, at now: Date) -> Build? {
            builds.last { build in
                build.pullRequest == nil && build.hasImage(at: now) && (branch.map { build.branch == $0 } ?? true)
            }
        }

        /// Whether a push to this branch starts a build.
        func follows(_ branch: String) -> Bool {
            guard let source, !ciDisabled else { return false }
            return kind == .build || source.branch == branch
        }
    }

    /// One deployment of a service, laid out from its start like a build.
    struct Rollout: Sendable {
        let startedAt: Date
        let seed: UInt64
        let reason: String
        var outcome: DeploymentStatus
        /// What runs when it is done; nil for an image.
        let sha: String?

        private var begins: TimeInterval {
            var random = SplitMix64(seed: seed)
            return random.seconds(2...6)
        }

        /// Seconds from PENDING to the end.
        var duration: TimeInterval {
            var random = SplitMix64(seed: seed ^ 0xD1CE)
            return begins + (outcome == .failed ? random.seconds(60...110) : random.seconds(14...50))
        }

        /// Its status at that time, and since when.
        func status(at now: Date) -> (status: DeploymentStatus, since: Date) {
            let elapsed = now.timeIntervalSince(startedAt)
            if elapsed >= duration { return (outcome, startedAt + duration) }
            return elapsed >= begins ? (.inProgress, startedAt + begins) : (.pending, startedAt)
        }
    }
}
