import Northflank

// Which actions a row has, by what is known of its thing.

extension State {
    /// In the order of `RowAction`; those that make no sense for its status are left out.
    func offers(on row: RowID) -> [(action: RowAction, offer: RowOffer)] {
        let offers: [RowAction: RowOffer] =
            switch row {
            case .allProjects, .project: [:]
            case .service(let service), .latestBuild(let service): offers(on: service)
            case .build(let build): offers(on: build)
            case .job(let job): offers(on: job)
            case .run(let run): offers(on: run)
            case .addon(let addon): offers(on: addon)
            case .backup(let backup): offers(on: backup)
            }
        return RowAction.allCases.compactMap { action in
            offers[action].map { (action, allowed($0)) }
        }
    }

    /// The same, unless the role forbids it or another is on its way.
    private func allowed(_ offer: RowOffer) -> RowOffer {
        switch offer {
        case .action(let action):
            if let permission = missingPermission(for: action.operation, in: action.project) {
                return .disabled("your API role lacks \"\(permission)\"")
            }
            return isSending(to: action.feed) ? .disabled("the last one is still being sent") : offer
        case .draft(let subject):
            return missingPermission(for: subject.operation, in: subject.target.project)
                .map { .disabled("your API role lacks \"\($0)\"") } ?? offer
        case .disabled: return offer
        }
    }

    private func offers(on service: ServiceReference) -> [RowAction: RowOffer] {
        var offers: [RowAction: RowOffer] = [:]
        let kind = account.service(service)?.kind
        if kind?.builds != false {
            let active = account.builds[service]?.first(where: \.isActive)
            offers[.abort] =
                active.map { .action(.abort(.build(BuildReference(service: service, build: $0.id)))) }
                ?? .disabled("no build of it is under way")
        }
        guard kind?.deploys != false else { return offers }
        let isPaused = account.serviceDetails[service]?.paused
        offers[.restart] =
            isPaused == true ? .disabled("it is paused") : .action(.restart(.service(service)))
        if isPaused != false { offers[.resume] = .action(.resume(.service(service))) }
        if isPaused != true { offers[.pause] = .action(.pause(.service(service))) }
        offers[.scale] = .draft(.scaleService(service))
        return offers
    }

    private func offers(on build: BuildReference) -> [RowAction: RowOffer] {
        guard let found = account.build(build) else { return [:] }
        return [
            .abort: found.isActive
                ? .action(.abort(.build(build))) : .disabled("it is over: \(found.status?.words ?? "no status")")
        ]
    }

    private func offers(on job: JobReference) -> [RowAction: RowOffer] {
        var offers: [RowAction: RowOffer] = [:]
        let active = account.runs[job]?.first(where: \.isActive)
        offers[.abort] =
            active.map { .action(.abort(.run(RunReference(job: job, run: $0.id)))) }
            ?? .disabled("no run of it is under way")
        if let found = account.job(job), found.kind == .cron {
            if found.suspended {
                offers[.unsuspend] = .action(.unsuspend(job))
            } else {
                offers[.suspend] = .action(.suspend(job))
            }
        }
        return offers
    }

    private func offers(on run: RunReference) -> [RowAction: RowOffer] {
        guard let found = account.run(run) else { return [:] }
        return [
            .abort: found.isActive
                ? .action(.abort(.run(run))) : .disabled("it is over: \(found.status?.words ?? "no status")")
        ]
    }

    private func offers(on addon: AddonReference) -> [RowAction: RowOffer] {
        let status = account.addon(addon)?.status
        let active = account.backups[addon]?.first(where: \.isActive)
        var offers: [RowAction: RowOffer] = [
            .abort: active.map { .action(.abort(.backup(BackupReference(addon: addon, backup: $0.id)))) }
                ?? .disabled("no backup of it is under way"),
            .restart: status == .running
                ? .action(.restart(.addon(addon))) : .disabled("it isn't running: \(status?.words ?? "no status")"),
            .scale: .draft(.scaleAddon(addon)),
        ]
        offers[status == .paused ? .resume : .pause] =
            .action(status == .paused ? .resume(.addon(addon)) : .pause(.addon(addon)))
        return offers
    }

    private func offers(on backup: BackupReference) -> [RowAction: RowOffer] {
        guard let found = account.backup(backup) else { return [:] }
        let addon = account.addon(backup.addon)?.status
        let restore = account.restores[backup.addon]?.first {
            $0.backup == backup.backup && $0.status?.isActive == true
        }
        var offers: [RowAction: RowOffer] = [:]
        offers[.restore] =
            found.status != .completed
            ? .disabled("it is not complete: \(found.status?.words ?? "no status")")
            : addon == .running
                ? .action(.restore(backup)) : .disabled("its addon isn't running: \(addon?.words ?? "no status")")
        if let restore {
            offers[.abort] = .action(.abort(.restore(restore.id, of: backup)))
        } else if found.isActive {
            offers[.abort] = .action(.abort(.backup(backup)))
        }
        return offers
    }
}
