public import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What has a log.
public enum LogSource: Hashable, Sendable {
    case service(ServiceReference)
    case build(BuildReference)
    case run(RunReference)
    case addon(AddonReference)
    case backup(BackupReference)

    var row: RowID {
        switch self {
        case .service(let service): .service(service)
        case .build(let build): .build(build)
        case .run(let run): .run(run)
        case .addon(let addon): .addon(addon)
        case .backup(let backup): .backup(backup)
        }
    }
}

/// One asking for lines of a log.
public struct LogRequest: Hashable, Sendable {
    enum Purpose: Hashable {
        /// `isWhole` where the log has a beginning, and is asked from there on.
        case newest(isWhole: Bool)
        case newer
        /// Lines before those held, from then on.
        case older(from: Date, isWhole: Bool)
    }

    /// Tells an answer that is awaited from one that comes too late.
    let number: Int
    public let source: LogSource
    public let query: LogQuery
    let purpose: Purpose
    /// Whether what is logged had ended by then: nothing more comes.
    let isLast: Bool
}

extension State {
    /// The log of what is in hand: of a service in the pane of builds and of a job, their newest.
    var logSource: LogSource? {
        switch rowInHand {
        case nil, .allProjects, .project: nil
        case .service(let service): .service(service)
        case .latestBuild(let service):
            account.builds[service]?.first.map { .build(BuildReference(service: service, build: $0.id)) }
        case .build(let build): .build(build)
        case .job(let job): account.runs[job]?.first.map { .run(RunReference(job: job, run: $0.id)) }
        case .run(let run): .run(run)
        case .addon(let addon): .addon(addon)
        case .backup(let backup): .backup(backup)
        }
    }

    /// Whether what is in hand is of a kind that has logs. Which one it would be may not be read yet: the footer must not
    /// move with each row on the way.
    var mayHaveLog: Bool {
        switch rowInHand {
        case nil, .allProjects, .project: false
        case .service, .latestBuild, .build, .job, .run, .addon, .backup: true
        }
    }

    /// When what is logged began, where it has a beginning and an end; and whether it is known to have ended.
    func life(of source: LogSource) -> (start: Date?, isOver: Bool) {
        switch source {
        case .service, .addon: (nil, false)
        case .build(let id): account.build(id).map { ($0.createdAt, $0.status?.isActive == false) } ?? (nil, false)
        case .run(let id): account.run(id).map { ($0.startedAt, $0.status?.isActive == false) } ?? (nil, false)
        case .backup(let id): account.backup(id).map { ($0.createdAt, $0.status?.isActive == false) } ?? (nil, false)
        }
    }

    /// `Log of build swift-fox-12`
    func logTitle(_ source: LogSource) -> String {
        switch source {
        case .service(let service): "service \(serviceName(service))"
        case .build(let build): "build \(build.build)"
        case .run(let run): "run \(account.run(run)?.runName ?? run.run.rawValue)"
        case .addon(let addon): "addon \(addonName(addon))"
        case .backup(let backup): "backup \(account.backup(backup)?.name ?? backup.backup.rawValue)"
        }
    }
}
