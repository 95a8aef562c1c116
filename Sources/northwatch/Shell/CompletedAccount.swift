internal import Dashboard
internal import Northflank

/// What a service, a job or an addon has that a command line may name.
enum CompletedPart {
    case builds, branches, runs, backups, restores, containers
}

/// The words that what is remembered of an account has for a command line.
struct CompletedAccount {
    var known = Dashboard.Account()
    /// What a name without a project is in.
    var project: Project.ID?

    var projectIDs: [String] { known.projects.map(\.id.rawValue) }

    /// As project/id; as the id alone too where that will do.
    func names(_ kinds: [NamedKind]) -> [String] {
        known.projects.flatMap { project in
            kinds.flatMap { ids($0, in: project.id) }.flatMap { id in
                ["\(project.id)/\(id)"] + (project.id == self.project ? [id] : [])
            }
        }
    }

    /// Of the last of the words that names something.
    func parts(_ part: CompletedPart, _ words: [String]) -> [String] {
        things(words).flatMap { thing -> [String] in
            switch (part, thing) {
            case (.builds, .service(let service)): builds(for: service, words).map(\.id.rawValue)
            case (.branches, .service(let service)): builds(for: service, words).compactMap(\.branch)
            case (.containers, .service(let service)): (known.containers[service] ?? []).map(\.name)
            case (.runs, .job(let job)): (known.runs[job] ?? []).map(\.id.rawValue)
            case (.backups, .addon(let addon)): (known.backups[addon] ?? []).map(\.id.rawValue)
            case (.restores, .addon(let addon)): (known.restores[addon] ?? []).map(\.id.rawValue)
            default: []
            }
        }
    }

    /// A service's own builds; where it builds nothing, those of the service that `--from` names, or else of any of its
    /// project.
    private func builds(for service: ServiceReference, _ words: [String]) -> [Build] {
        guard known.service(service)?.kind.builds == false else { return known.builds[service] ?? [] }
        let from = words.firstIndex(of: "--from").flatMap { words[($0 + 1)...].first }
        return known.builds.filter { builder, _ in
            builder.project == service.project && (from == nil || builder.service.rawValue == from)
        }
        .flatMap(\.value)
    }

    /// The ids of the services beside the one that the words name.
    func neighbours(_ words: [String]) -> [String] {
        things(words).flatMap { thing -> [String] in
            guard case .service(let service) = thing else { return [] }
            return ids(.service, in: service.project).filter { $0 != service.service.rawValue }
        }
    }

    var plans: [String] {
        known.serviceDetails.values.compactMap(\.plan) + known.addonDetails.values.compactMap(\.plan)
    }

    /// `projects/shop/services/api`
    var paths: [String] {
        ["projects"]
            + known.projects.flatMap { project in
                NamedKind.allCases.flatMap { kind in
                    let list = "projects/\(project.id)/\(kind.rawValue)s"
                    return [list] + ids(kind, in: project.id).map { "\(list)/\($0)" }
                } + ["projects/\(project.id)"]
            }
    }

    private func ids(_ kind: NamedKind, in project: Project.ID) -> [String] {
        switch kind {
        case .service: (known.services[project] ?? []).map(\.id.rawValue)
        case .job: (known.jobs[project] ?? []).map(\.id.rawValue)
        case .addon: (known.addons[project] ?? []).map(\.id.rawValue)
        }
    }

    /// What the last word that is the name of something may mean: a service and a job may have the same.
    private func things(_ words: [String]) -> [NamedThing] {
        words.reversed().lazy.map(things(named:)).first { !$0.isEmpty } ?? []
    }

    private func things(named word: String) -> [NamedThing] {
        guard let name = try? ResourceName(word, defaultProject: project) else { return [] }
        let project = Project.ID(name.project)
        return (name.kind.map { [$0] } ?? NamedKind.allCases).filter { ids($0, in: project).contains(name.item) }
            .map { kind in
                switch kind {
                case .service: .service(ServiceReference(project: project, service: .init(name.item)))
                case .job: .job(JobReference(project: project, job: .init(name.item)))
                case .addon: .addon(AddonReference(project: project, addon: .init(name.item)))
                }
            }
    }
}
