import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the API would answer.
extension BenchAccount {
    func content(of feed: Feed, at time: Double) -> FeedContent {
        switch feed {
        case .projects: .projects(projects.map { Northflank.Project(id: $0.id, name: $0.id.rawValue) })
        case .services(let id): .services((project(id)?.services ?? []).map { service($0, at: time) })
        case .jobs(let id): .jobs((project(id)?.jobs ?? []).map(job))
        case .addons(let id): .addons((project(id)?.addons ?? []).map { addon($0, at: time) })
        case .builds(let service):
            .builds(
                newest(builds[service], at: time).map { number, work in
                    Build(
                        id: .init("build-\(number)"), status: work.buildStatus(at: time), createdAt: date(work.start),
                        concludedAt: work.end <= time ? date(work.end) : nil)
                })
        case .runs(let job):
            .runs(
                newest(runs[job], at: time).map { number, work in
                    JobRun(
                        id: .init("run-\(number)"), status: work.end <= time ? .success : .running,
                        startedAt: date(work.start), concludedAt: work.end <= time ? date(work.end) : nil)
                })
        case .backups(let addon):
            .backups(
                newest(backups[addon], at: time).map { number, work in
                    Backup(
                        id: .init("backup-\(number)"), name: "backup-\(number)",
                        status: work.end <= time ? .completed : .inProgress, createdAt: date(work.start),
                        completedAt: work.end <= time ? date(work.end) : nil)
                })
        case .job(let reference):
            .job(JobDetail(job: job(reference), schedule: schedules[reference]?.text))
        case .service(let reference):
            .service(ServiceDetail(service: Service(id: reference.service, name: "service", kind: .combined)))
        case .addon(let reference): .addon(AddonDetail(addon: Addon(id: reference.addon, name: "addon")))
        case .containers: .containers([])
        case .serviceMetrics, .addonMetrics: .metrics(Metrics(byKind: [:]))
        case .restores: .restores([])
        case .schedules: .schedules([])
        case .addonTypes: .addonTypes([])
        }
    }

    /// Whether something is under way in a list, as the list itself tells.
    func isActive(_ feed: Feed, at time: Double) -> Bool {
        let works: [Work]? =
            switch feed {
            case .builds(let service): builds[service]
            case .runs(let job): runs[job]
            case .backups(let addon): backups[addon]
            case .projects, .services, .jobs, .job, .addons, .service, .addon, .containers, .serviceMetrics,
                .addonMetrics, .restores, .schedules, .addonTypes:
                nil
            }
        return works?.contains { $0.start <= time && time < $0.end } ?? false
    }

    private func service(_ reference: ServiceReference, at time: Double) -> Service {
        let last = builds[reference]?.last { $0.start <= time }
        return Service(
            id: reference.service, name: reference.service.rawValue,
            kind: builds[reference] == nil ? .deployment : .combined,
            build: last.map {
                .init(status: $0.buildStatus(at: time), changedAt: date($0.end <= time ? $0.end : $0.start))
            })
    }

    private func job(_ reference: JobReference) -> Job {
        Job(id: reference.job, name: reference.job.rawValue, kind: schedules[reference] == nil ? .manual : .cron)
    }

    private func addon(_ reference: AddonReference, at time: Double) -> Addon {
        let isBusy = isActive(.backups(reference), at: time)
        return Addon(id: reference.addon, name: reference.addon.rawValue, status: isBusy ? .backup : .running)
    }

    private func newest(_ works: [Work]?, at time: Double) -> [(number: Int, work: Work)] {
        (works ?? []).enumerated().filter { $0.element.start <= time }.map { ($0.offset, $0.element) }.reversed()
    }

    func date(_ time: Double) -> Date { Self.opening + time }
}

extension BenchAccount.Work {
    fileprivate func buildStatus(at time: Double) -> BuildStatus {
        time < end ? .building : fails ? .failure : .success
    }
}
