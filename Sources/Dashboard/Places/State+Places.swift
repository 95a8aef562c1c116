import Northflank

extension State {
    /// Where the user is now.
    var place: Place {
        Place(
            focus: focus, project: list(.projects).selected ?? .allProjects,
            service: scope == nil ? nil : list(.services).selected?.service, row: selectedRow, page: page)
    }

    /// Goes to a row wherever it is, with all that it belongs to selected on the way. `Esc` and `[` come back.
    /// - Returns: false where it is gone; then nothing changes.
    mutating func go(to row: RowID) -> Bool {
        guard let place = place(of: row) else { return false }
        leave()
        trail.append(self.place)
        if let head = row.head, unfolded.insert(head).inserted { reorderRows([place.focus]) }
        visit(place)
        return true
    }

    /// The place that a row is at; nil for what isn't there.
    private func place(of row: RowID) -> Place? {
        switch row {
        case .allProjects: return Place(focus: .projects, project: row, row: row)
        case .project(let id):
            return account.project(id).map { _ in Place(focus: .projects, project: row, row: row) }
        case .service(let service):
            return account.service(service).map { _ in
                Place(focus: .services, project: .project(service.project), service: service, row: row)
            }
        case .latestBuild(let service):
            let newest = account.builds[service]?.first.map { BuildReference(service: service, build: $0.id) }
            return account.service(service).map { _ in
                Place(
                    focus: .builds, project: .project(service.project), service: service, row: newest.map { .build($0) }
                )
            }
        case .build(let build):
            return account.build(build).map { _ in
                Place(focus: .builds, project: .project(build.service.project), service: build.service, row: row)
            }
        case .job(let job):
            return account.job(job).map { _ in Place(focus: .runs, project: .project(job.project), row: row) }
        case .run(let run):
            return account.run(run).map { _ in Place(focus: .runs, project: .project(run.job.project), row: row) }
        case .addon(let addon):
            return account.addon(addon).map { _ in Place(focus: .backups, project: .project(addon.project), row: row) }
        case .backup(let backup):
            return account.backup(backup).map { _ in
                Place(focus: .backups, project: .project(backup.addon.project), row: row)
            }
        }
    }

    /// Remembers where the user is, before going elsewhere.
    mutating func leave() { history.leave(place) }

    mutating func walkBack() -> [Effect] {
        if let place = history.back(from: place) { visit(place) }
        return []
    }

    mutating func walkForward() -> [Effect] {
        if let place = history.forward(from: place) { visit(place) }
        return []
    }

    /// Selects what was selected there, as far as it is still there. Filters that would hide it go.
    mutating func visit(_ place: Place) {
        focus = place.focus
        page = place.page
        if list(.projects).selected != place.project {
            if !reveal(place.project, in: .projects) { select(.allProjects, in: .projects) }
            resetScopedLists()
            rebuildRows(from: .services)
        }
        if let service = place.service {
            reveal(.service(service), in: .services)
            rebuildRows(from: .builds)
        }
        if let row = place.row { reveal(row, in: place.focus) }
        selectionMovedAt = now
        keepSelectionsVisible()
        rebuildPage()
    }

    /// - Returns: false where the pane doesn't hold the row.
    @discardableResult
    private mutating func reveal(_ row: RowID, in pane: Pane) -> Bool {
        guard sources[pane]?.rows.contains(row) == true else { return false }
        if !list(pane).filter.isEmpty, !list(pane).rows.contains(row) {
            lists[pane]?.filter = ""
            filterRows(pane)
        }
        select(row, in: pane)
        return true
    }
}
