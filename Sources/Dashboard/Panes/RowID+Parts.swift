import Northflank

// The resource that a row belongs to, for keys that act on it.

extension RowID {
    var service: ServiceReference? {
        switch self {
        case .service(let reference), .latestBuild(let reference): reference
        case .build(let build): build.service
        default: nil
        }
    }

    /// The feed that tells of it.
    var feed: Feed {
        switch self {
        case .allProjects, .project: .projects
        case .service(let service), .latestBuild(let service): .services(service.project)
        case .build(let build): .builds(build.service)
        case .job(let job): .jobs(job.project)
        case .run(let run): .runs(run.job)
        case .addon(let addon): .addons(addon.project)
        case .backup(let backup): .backups(backup.addon)
        }
    }

    var job: JobReference? {
        switch self {
        case .job(let reference): reference
        case .run(let run): run.job
        default: nil
        }
    }

    var addon: AddonReference? {
        switch self {
        case .addon(let reference): reference
        case .backup(let backup): backup.addon
        default: nil
        }
    }

    /// The id of its thing alone; nil for what has none.
    var identifier: String? {
        switch self {
        case .allProjects: nil
        case .project(let id): id.rawValue
        case .service(let reference), .latestBuild(let reference): reference.service.rawValue
        case .build(let build): build.build.rawValue
        case .job(let reference): reference.job.rawValue
        case .run(let run): run.run.rawValue
        case .addon(let reference): reference.addon.rawValue
        case .backup(let backup): backup.backup.rawValue
        }
    }

    var project: Project.ID? {
        switch self {
        case .allProjects: nil
        case .project(let id): id
        case .service(let reference), .latestBuild(let reference): reference.project
        case .build(let build): build.service.project
        case .job(let reference): reference.project
        case .run(let run): run.job.project
        case .addon(let reference): reference.project
        case .backup(let backup): backup.addon.project
        }
    }

    /// The row that a run or a backup stands under.
    var head: RowID? {
        switch self {
        case .run(let run): .job(run.job)
        case .backup(let backup): .addon(backup.addon)
        case .allProjects, .project, .service, .latestBuild, .build, .job, .addon: nil
        }
    }
}
