import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// Builds, runs or backups listed on the page of what they belong to.
    private static let listed = 8

    /// The page of a row's thing.
    func detailPage(_ row: RowID, width: Int) -> DetailPage { found(row, width) ?? .gone }

    /// Nil when it is gone.
    private func found(_ row: RowID, _ width: Int) -> DetailPage? {
        switch row {
        case .build(let reference): account.build(reference).map { page(of: $0, reference, width) }
        case .run(let reference): account.run(reference).map { page(of: $0, reference, width) }
        case .backup(let reference): account.backup(reference).map { page(of: $0, reference, width) }
        case .service(let reference): account.service(reference).map { page(of: $0, reference, width) }
        case .latestBuild(let reference):
            account.builds[reference]?.first.map {
                page(of: $0, BuildReference(service: reference, build: $0.id), width)
            } ?? account.service(reference).map { page(of: $0, reference, width) }
        case .job(let reference): account.job(reference).map { page(of: $0, reference, width) }
        case .addon(let reference): account.addon(reference).map { page(of: $0, reference, width) }
        case .project, .allProjects: nil
        }
    }

    // MARK: - Builds, runs, backups

    private func page(of build: Build, _ reference: BuildReference, _ width: Int) -> DetailPage {
        let laps = laps(of: reference.service)
        return DetailPage(
            title: title("Build", build.id.rawValue),
            left: [
                section(
                    [
                        ("Status", statusSpans(build.status, since: build.createdAt)),
                        ("Service", text(serviceName(reference.service))),
                        ("Project", text(projectName(reference.service.project))),
                        ("Branch", text(build.branch)), ("Pull request", text(build.pullRequestID.map { "#\($0)" })),
                        ("Commit", text(build.sha)), ("Image", text(build.registryURI)),
                    ] + times(build.createdAt, build.concludedAt, isActive: build.isActive), width),
                message(build.message, width),
            ],
            right: [durations(laps, of: build.id.rawValue, width: width)])
    }

    private func page(of run: JobRun, _ reference: RunReference, _ width: Int) -> DetailPage {
        DetailPage(
            title: title("Run", run.runName ?? run.id.rawValue),
            left: [
                section(
                    [
                        ("Status", statusSpans(run.status, since: run.startedAt)),
                        ("Job", text(jobName(reference.job))), ("Project", text(projectName(reference.job.project))),
                        ("Id", text(run.id.rawValue)), ("Name", text(run.runName)),
                        ("Retries", text(run.backoffLimit.map { "at most \($0)" })),
                        ("Completions", text(run.completions.map { "\($0) needed" })),
                    ] + times(run.startedAt, run.concludedAt, isActive: run.isActive), width)
            ],
            right: [durations(laps(of: reference.job), of: run.id.rawValue, width: width)])
    }

    private func page(of backup: Backup, _ reference: BackupReference, _ width: Int) -> DetailPage {
        DetailPage(
            title: title("Backup", backup.name),
            left: [
                section(
                    [
                        ("Status", statusSpans(backup.status, since: backup.createdAt)),
                        ("Addon", text(addonName(reference.addon))),
                        ("Project", text(projectName(reference.addon.project))), ("Id", text(backup.id.rawValue)),
                        ("Source", text(backup.source)), ("Size", text(backup.size.map { ByteSize.text($0) })),
                        ("Version", text(backup.addonVersion)),
                    ] + times(backup.createdAt, backup.completedAt, isActive: backup.isActive), width)
            ],
            right: [
                durations(laps(of: reference.addon), of: backup.id.rawValue, width: width),
                restores(of: reference.addon, from: backup.id, width),
            ])
    }

    // MARK: - Services, jobs, addons

    private func page(of service: Service, _ reference: ServiceReference, _ width: Int) -> DetailPage {
        let newest = account.newestBuild(reference)
        let build = service.kind.builds ? statusSpans(newest?.status, since: newest?.changedAt) : []
        let deployment = service.kind.deploys ? statusSpans(service.deployment?.status) : []
        let laps = laps(of: reference)
        let detail = account.serviceDetails[reference]
        let builds = (account.builds[reference] ?? []).prefix(Self.listed).map { build -> TableLine in
            let took = took(from: build.createdAt, to: build.concludedAt, isActive: false)
            return [
                statusSpans(build.status, since: build.createdAt), [Span(build.branchWords ?? "", .text)],
                [Span(took, .muted)], [Span(ago(build.concludedAt ?? build.createdAt), .muted)],
            ]
        }
        return DetailPage(
            title: title("Service", service.name),
            left: [
                section(
                    [
                        ("Deployment", deployment), ("Since", moment(service.deployment?.changedAt)),
                        ("Reason", text(service.deployment?.reason?.lowercased())), ("Build", build),
                        ("Project", text(projectName(reference.project))), ("Id", text(service.id.rawValue)),
                        ("Kind", text(service.kind.rawValue)), ("Tags", text(service.tags.joined(separator: ", "))),
                        ("Paused", detail?.paused == true ? [Span("\(symbol(.idle)) paused", .idle)] : nil),
                        ("Repository", text(detail?.repository)), ("Branch", text(detail?.branch)),
                        ("Created", moment(detail?.createdAt)), ("Plan", text(detail?.plan)),
                        ("Instances", text(detail?.deployment?.instances.map { "\($0)" })),
                        ("Runs", image(detail?.deployment?.image, in: reference.project)),
                        ("CI", service.ciDisabled ? [Span("off: commits start no builds", .warning)] : nil),
                        ("CD", service.cdDisabled ? [Span("off: builds don't deploy", .warning)] : nil),
                    ], width), ports(detail?.ports ?? [], width),
                message(service.description, width, title: "Description"),
            ],
            right: (service.kind.deploys
                ? [
                    containers(of: reference, width),
                    usage(account.serviceMetrics[reference], .serviceMetrics(reference), width),
                ] : [])
                + (service.kind.builds
                    ? [
                        history("Last builds", laps, builds, account.feed(.builds(reference)), width),
                        durations(laps, of: "", width: width),
                    ] : []))
    }

    /// What a service's containers are made from.
    private func image(_ image: Deployment.Image?, in project: Project.ID) -> [Span]? {
        switch image {
        case nil: nil
        case .registry(let image): text(image)
        case .build(let builder, let branch, _, let deployed):
            text(
                "\(deployed?.prefix(7) ?? "a build") of "
                    + serviceName(ServiceReference(project: project, service: builder))
                    + (branch.map { " (\($0))" } ?? ""))
        }
    }

    private func ports(_ ports: [ServicePort], _ width: Int) -> DetailPage.Section {
        let rows = ports.map { port -> TableLine in
            [
                [Span("\(port.number)", .text)], [Span(port.protocol ?? "", .muted)], [Span(port.name ?? "", .muted)],
                [Span(port.isPublic ? port.address ?? "from outside" : "from inside alone", .muted)],
            ]
        }
        return .init(title: "Ports", lines: DetailPage.aligned(rows).map { $0.cut(to: width, appearance.symbols) })
    }

    private func page(of job: Job, _ reference: JobReference, _ width: Int) -> DetailPage {
        let runs = (account.runs[reference] ?? []).prefix(Self.listed).map { run -> TableLine in
            [
                statusSpans(run.status, since: run.startedAt),
                [Span(took(from: run.startedAt, to: run.concludedAt, isActive: false), .muted)],
                [Span(ago(run.concludedAt ?? run.startedAt), .muted)], [Span(run.runName ?? "", .muted)],
            ]
        }
        let last = account.runs[reference]?.first
        let detail = account.jobDetails[reference]
        let laps = laps(of: reference)
        return DetailPage(
            title: title("Job", job.name),
            left: [
                section(
                    [
                        ("Last run", last.map { statusSpans($0.status, since: $0.startedAt) }),
                        ("Project", text(projectName(reference.project))), ("Id", text(job.id.rawValue)),
                        ("Started by", text(job.kind == .cron ? "its schedule" : "hand")),
                        ("Schedule", schedule(of: job, detail)),
                    ] + nextRun(of: job, detail) + [
                        ("Created", moment(detail?.createdAt)), ("Tags", text(job.tags.joined(separator: ", "))),
                    ], width), message(job.description, width, title: "Description"),
            ],
            right: [
                history("Last runs", laps, runs, account.feed(.runs(reference)), width),
                durations(laps, of: "", width: width),
            ])
    }

    private func page(of addon: Addon, _ reference: AddonReference, _ width: Int) -> DetailPage {
        let backups = account.backups[reference] ?? []
        let lines = backups.prefix(Self.listed).map { backup -> TableLine in
            [
                statusSpans(backup.status, since: backup.createdAt),
                [Span(backup.size.map { ByteSize.text($0) } ?? "", .muted)],
                [Span(ago(backup.completedAt ?? backup.createdAt), .muted)], [Span(backup.name, .muted)],
            ]
        }
        let detail = account.addonDetails[reference]
        let type = addon.type.flatMap { account.addonTypes[$0] }
        let completed = backups.first { $0.status == .completed }
        return DetailPage(
            title: title("Addon", addon.name),
            left: [
                section(
                    [
                        ("Status", statusSpans(addon.status)), ("Type", text(type?.name ?? addon.type)),
                        ("Version", text(detail?.version)),
                        ("Replicas", text(detail?.replicas.map { "\($0)" })),
                        ("Storage", text(detail?.storage.map { "\($0) MB" })), ("Plan", text(detail?.plan)),
                        ("Region", text(detail?.region)), ("TLS", text(detail?.hasTLS.map { $0 ? "on" : "off" })),
                        ("Reachable", text(detail?.isPublic.map { $0 ? "from outside" : "from inside alone" })),
                        ("Created", moment(detail?.createdAt)),
                        ("Last good backup", completed.map { text(ago($0.completedAt ?? $0.createdAt)) } ?? nil),
                        ("Backup methods", text(type.map { $0.canDump ? "snapshot, dump" : "snapshot" })),
                        ("Project", text(projectName(reference.project))), ("Id", text(addon.id.rawValue)),
                        ("Tags", text(addon.tags.joined(separator: ", "))),
                    ], width), message(addon.description, width, title: "Description"),
            ],
            right: [
                history("Last backups", laps(of: reference), lines, account.feed(.backups(reference)), width),
                schedules(of: reference, width), restores(of: reference, width),
                usage(account.addonMetrics[reference], .addonMetrics(reference), width),
            ])
    }

    private func schedule(of job: Job, _ detail: JobDetail?) -> [Span]? {
        let text = detail?.schedule.map { [Span($0, .text)] } ?? []
        return job.suspended ? text + [Span(" \(symbol(.warning)) suspended", .warning)] : text
    }

    /// In UTC, as the contract names no zone, and by the user's clock where that is another.
    private func nextRun(of job: Job, _ detail: JobDetail?) -> [Fact] {
        guard !job.suspended, let next = detail?.schedule.flatMap(CronSchedule.init)?.next(after: now) else {
            return []
        }
        let here = CivilTime(next.addingTimeInterval(Double(session.secondsFromUTC)))
        return [
            (
                "Next run",
                [Span("\(CivilTime(next).toTheMinute) UTC", .text), Span(" (in \(remaining(until: next)))", .muted)]
            ),
            ("Here", session.secondsFromUTC == 0 ? nil : [Span(here.toTheMinute, .text)]),
        ]
    }

    // MARK: - Parts

    private func title(_ kind: String, _ name: String) -> [Span] {
        [Span("\(kind) ", .title), Span(name, .titleFocused)]
    }

    /// What it is; the page's title says it already.
    private func section(_ facts: [Fact], _ width: Int) -> DetailPage.Section {
        DetailPage.Section("", facts, width: width, appearance.symbols)
    }

    private func text(_ value: String?) -> [Span]? {
        value.flatMap { $0.isEmpty ? nil : [Span($0, .text)] }
    }

    private func times(_ start: Date?, _ end: Date?, isActive: Bool) -> [Fact] {
        [
            ("Began", moment(start)), ("Ended", moment(end)),
            ("Took", text(took(from: start, to: end, isActive: isActive))),
        ]
    }

    /// `2026-11-24 03:12:05 UTC (12s ago)`
    private func moment(_ date: Date?) -> [Span]? {
        date.map { [Span("\(CivilTime($0).date) \(CivilTime($0).time) UTC", .text), Span(" (\(ago($0)))", .muted)] }
    }

    /// The API's own words, whole.
    private func message(_ text: String?, _ width: Int, title: String = "What the API says") -> DetailPage.Section {
        guard let text, !text.isEmpty else { return .init(title: title, lines: []) }
        return .init(title: title, lines: TextWrap.lines(text, width: width).prefix(40).map { [Span($0, .text)] })
    }

    private func history(
        _ title: String, _ laps: [Lap], _ rows: [TableLine], _ feed: FeedState, _ width: Int
    ) -> DetailPage.Section {
        if laps.isEmpty {
            return .init(title: title, lines: [nothing(of: feed)])
        }
        let lines = DetailPage.aligned(rows).map { $0.cut(to: width, appearance.symbols) }
        return .init(title: title, lines: [strip(laps, width: width)] + lines)
    }

    private func laps(of service: ServiceReference) -> [Lap] {
        (account.builds[service] ?? []).map {
            Lap(
                id: $0.id.rawValue, name: $0.id.rawValue, health: $0.health, startedAt: $0.createdAt,
                endedAt: $0.concludedAt)
        }
    }

    private func laps(of job: JobReference) -> [Lap] {
        (account.runs[job] ?? []).map {
            Lap(
                id: $0.id.rawValue, name: $0.runName ?? $0.id.rawValue, health: $0.health, startedAt: $0.startedAt,
                endedAt: $0.concludedAt)
        }
    }

    private func laps(of addon: AddonReference) -> [Lap] {
        (account.backups[addon] ?? []).map {
            Lap(
                id: $0.id.rawValue, name: $0.name, health: $0.health, startedAt: $0.createdAt,
                endedAt: $0.completedAt)
        }
    }
}
