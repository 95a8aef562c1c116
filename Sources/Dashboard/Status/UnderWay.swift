import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something that will end by itself: a build, a deployment, a run, a backup, an addon on its way to another state.
public struct UnderWay: Hashable, Sendable {
    public var row: RowID
    /// Its name.
    public var subject: String
    /// How far it is, in two or three words.
    public var what: String
    public var since: Date?
}

extension Account {
    /// All that is under way as far as is known, oldest first.
    public var underWay: [UnderWay] {
        let all = deploymentsUnderWay + buildsUnderWay + runsUnderWay + addonsUnderWay
        return all.sorted { left, right in
            let (one, other) = (left.since ?? .distantFuture, right.since ?? .distantFuture)
            return one == other ? left.subject < right.subject : one < other
        }
    }

    private var deploymentsUnderWay: [UnderWay] {
        allServices.compactMap { reference, service in
            guard let deployment = service.deployment, deployment.status.isActive else { return nil }
            return UnderWay(
                row: .service(reference), subject: service.name, what: "deployment \(deployment.status.words)",
                since: deployment.changedAt)
        }
    }

    /// A service's builds where they were read; else what the services list tells of the newest.
    private var buildsUnderWay: [UnderWay] {
        allServices.flatMap { reference, service -> [UnderWay] in
            if let listed = service.build, builds[reference] == nil || isNewer(listed, than: reference) {
                guard listed.status.isActive else { return [] }
                return [
                    UnderWay(
                        row: .latestBuild(reference), subject: service.name, what: "build \(listed.status.words)",
                        since: listed.changedAt)
                ]
            }
            return (builds[reference] ?? []).filter(\.isActive).map { build in
                let branch = build.branchWords.map { " (\($0))" } ?? ""
                return UnderWay(
                    row: .build(BuildReference(service: reference, build: build.id)),
                    subject: "\(service.name)\(branch)", what: "build \(build.status?.words ?? "")",
                    since: build.createdAt)
            }
        }
    }

    private var runsUnderWay: [UnderWay] {
        allJobs.flatMap { reference, job in
            (runs[reference] ?? []).filter(\.isActive).map { run in
                UnderWay(
                    row: .run(RunReference(job: reference, run: run.id)), subject: job.name,
                    what: "run \(run.status?.words ?? "")", since: run.startedAt)
            }
        }
    }

    private var addonsUnderWay: [UnderWay] {
        allAddons.flatMap { reference, addon -> [UnderWay] in
            let saving = (backups[reference] ?? []).filter(\.isActive).map { backup in
                UnderWay(
                    row: .backup(BackupReference(addon: reference, backup: backup.id)),
                    subject: "\(addon.name) (\(backup.name))", what: "backup \(backup.status?.words ?? "")",
                    since: backup.createdAt)
            }
            guard let status = addon.status, status.isActive, saving.isEmpty || status != .backup else { return saving }
            return saving + [
                UnderWay(row: .addon(reference), subject: addon.name, what: "addon \(status.words)", since: nil)
            ]
        }
    }
}
