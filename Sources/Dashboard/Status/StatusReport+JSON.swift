import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StatusReport: Encodable {
    private enum Keys: String, CodingKey {
        case verdict, asOf, at, problems, underWay, unreadable, unknown, projects
    }

    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Keys.self)
        try object.encode(verdict.word, forKey: .verdict)
        try object.encode(now, forKey: .at)
        try object.encodeIfPresent(asOf, forKey: .asOf)
        try object.encode(problems.map(Item.init), forKey: .problems)
        try object.encode(unreadable.map(Item.init), forKey: .unreadable)
        try object.encode(underWay.map(Item.init), forKey: .underWay)
        try object.encode(Unknown(unknown), forKey: .unknown)
        try object.encode(account.projects.map { Place($0, account) }, forKey: .projects)
    }

    private struct Item: Encodable {
        var what: String
        var subject: String
        var project: String?
        var service: String?
        var job: String?
        var addon: String?
        /// Of the build, the run or the backup.
        var item: String?
        var since: Date?
        var reason: String?

        init(_ problem: Problem) {
            self.init(problem.row, problem.what, problem.subject, problem.since)
            reason = problem.reason
        }

        init(_ thing: UnderWay) { self.init(thing.row, thing.what, thing.subject, thing.since) }

        private init(_ row: RowID, _ what: String, _ subject: String, _ since: Date?) {
            (self.what, self.subject, self.since) = (what, subject, since)
            project = row.project?.rawValue
            service = row.service?.service.rawValue
            job = row.job?.job.rawValue
            addon = row.addon?.addon.rawValue
            if case .build = row { item = row.identifier } else if row.head != nil { item = row.identifier }
        }
    }

    private struct Unknown: Encodable {
        var projects: Int
        var runsOfJobs: Int
        var backupsOfAddons: Int
        var branchesOfServices: Int
        var containersOfServices: Int

        init(_ unknown: Problems.Unknown) {
            (projects, runsOfJobs) = (unknown.projects, unknown.jobs)
            (backupsOfAddons, branchesOfServices) = (unknown.addons, unknown.branches)
            containersOfServices = unknown.containers
        }
    }

    private struct Place: Encodable {
        var id: String
        var name: String
        var services: Int?
        var jobs: Int?
        var addons: Int?

        init(_ project: Project, _ account: Account) {
            (id, name) = (project.id.rawValue, project.name)
            services = account.services[project.id]?.count
            jobs = account.jobs[project.id]?.count
            addons = account.addons[project.id]?.count
        }
    }
}

extension StatusReport.Verdict {
    /// For scripts.
    var word: String {
        switch self {
        case .well: "well"
        case .broken: "broken"
        case .failed, .notAsked: "unknown"
        case .old: "old"
        }
    }
}
