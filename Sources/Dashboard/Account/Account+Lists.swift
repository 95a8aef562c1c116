import Northflank

// Everything of one kind across the account, in the order of the projects.

extension Account {
    var allServices: [(reference: ServiceReference, service: Service)] {
        projects.flatMap { project in
            (services[project.id] ?? []).map { (ServiceReference(project: project.id, service: $0.id), $0) }
        }
    }

    /// Goes through all services. Beside a loop over `allServices` it copies none of them: there may be 20,000, and the
    /// first frame waits for it.
    func forEachService(_ body: (ServiceReference, Service) -> Void) {
        forEachService(of: projects.lazy.map(\.id), body)
    }

    /// Goes through the services of some projects, likewise.
    func forEachService(of projects: some Sequence<Project.ID>, _ body: (ServiceReference, Service) -> Void) {
        for project in projects {
            services[project]?.withUnsafeBufferPointer { list in
                for place in list.indices {
                    body(ServiceReference(project: project, service: list[place].id), list[place])
                }
            }
        }
    }

    var allJobs: [(reference: JobReference, job: Job)] {
        projects.flatMap { project in
            (jobs[project.id] ?? []).map { (JobReference(project: project.id, job: $0.id), $0) }
        }
    }

    var allAddons: [(reference: AddonReference, addon: Addon)] {
        projects.flatMap { project in
            (addons[project.id] ?? []).map { (AddonReference(project: project.id, addon: $0.id), $0) }
        }
    }
}
