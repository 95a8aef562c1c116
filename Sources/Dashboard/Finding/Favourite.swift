public import Northflank

/// What the user wants first: a thing that stays, unlike a build or a run.
public enum Favourite: Hashable, Sendable, Codable {
    case project(Project.ID)
    case service(ServiceReference)
    case job(JobReference)
    case addon(AddonReference)

    /// Where it comes first.
    var pane: Pane {
        switch self {
        case .project: .projects
        case .service: .services
        case .job: .runs
        case .addon: .backups
        }
    }

    /// What a row stands for or belongs to.
    init?(_ row: RowID) {
        switch row {
        case .allProjects: return nil
        case .project(let id): self = .project(id)
        case .service(let service), .latestBuild(let service): self = .service(service)
        case .build(let build): self = .service(build.service)
        case .job(let job): self = .job(job)
        case .run(let run): self = .job(run.job)
        case .addon(let addon): self = .addon(addon)
        case .backup(let backup): self = .addon(backup.addon)
        }
    }
}

extension State {
    /// Whether a row stands for a favourite. Builds, runs and backups don't: theirs does.
    func isFavourite(_ row: RowID) -> Bool {
        switch row {
        case .project, .service, .job, .addon: Favourite(row).map(favourites.contains) ?? false
        case .allProjects, .latestBuild, .build, .run, .backup: false
        }
    }

    /// Makes what is selected a favourite, or takes that back.
    mutating func toggleFavourite() -> [Effect] {
        guard let row = rowInHand, let favourite = Favourite(row) else { return [] }
        favourites.formSymmetricDifference([favourite])
        reorderRows([favourite.pane])
        return [.keepFavourites(favourites)]
    }
}
