import Northflank

extension Account {
    /// What a feed lists: `runs of nightly`.
    func words(of feed: Feed) -> String {
        switch feed {
        case .projects: "projects"
        case .addonTypes: "addon types"
        case .service(let reference): "details of \(service(reference)?.name ?? reference.service.rawValue)"
        case .job(let reference): "details of \(job(reference)?.name ?? reference.job.rawValue)"
        case .addon(let reference): "details of \(addon(reference)?.name ?? reference.addon.rawValue)"
        case .services(let id): "services of \(project(id)?.name ?? id.rawValue)"
        case .jobs(let id): "jobs of \(project(id)?.name ?? id.rawValue)"
        case .addons(let id): "addons of \(project(id)?.name ?? id.rawValue)"
        case .builds(let reference): "builds of \(service(reference)?.name ?? reference.service.rawValue)"
        case .runs(let reference): "runs of \(job(reference)?.name ?? reference.job.rawValue)"
        case .restores(let reference): "restores of \(addon(reference)?.name ?? reference.addon.rawValue)"
        case .backups(let reference): "backups of \(addon(reference)?.name ?? reference.addon.rawValue)"
        case .containers(let reference): "containers of \(service(reference)?.name ?? reference.service.rawValue)"
        case .serviceMetrics(let reference): "metrics of \(service(reference)?.name ?? reference.service.rawValue)"
        case .addonMetrics(let reference): "metrics of \(addon(reference)?.name ?? reference.addon.rawValue)"
        case .schedules(let reference): "backup schedules of \(addon(reference)?.name ?? reference.addon.rawValue)"
        }
    }
}

extension Feed {
    /// Whether it is asked all the time. What is asked only for a page is told there when it fails.
    var isList: Bool {
        switch self {
        case .projects, .services, .jobs, .addons, .builds, .runs, .backups, .job, .addonTypes: true
        case .service, .addon, .containers, .serviceMetrics, .addonMetrics, .restores, .schedules: false
        }
    }

    /// The row that shows what it lists.
    var row: RowID {
        switch self {
        case .projects, .addonTypes: .allProjects
        case .services(let project), .jobs(let project), .addons(let project): .project(project)
        case .builds(let service), .service(let service), .containers(let service), .serviceMetrics(let service):
            .service(service)
        case .runs(let job), .job(let job): .job(job)
        case .backups(let addon), .addon(let addon), .addonMetrics(let addon), .restores(let addon),
            .schedules(let addon):
            .addon(addon)
        }
    }
}
