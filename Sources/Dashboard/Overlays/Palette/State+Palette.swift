import Northflank
import TerminalUI

extension State {
    private static let mostRecent = 12

    mutating func openPalette() -> [Effect] {
        overlay = .palette(Palette(paletteIndex, recent: recentTargets))
        return []
    }

    /// What is read while the palette is open is found too.
    mutating func refreshPalette(after feeds: Set<Feed>) {
        guard case .palette(var palette) = overlay, feeds.contains(where: \.listsNames) else { return }
        palette.replace(paletteIndex, recent: recentTargets)
        overlay = .palette(palette)
    }

    mutating func handle(_ key: Key, in palette: Palette) -> [Effect] {
        var palette = palette
        let page = max(1, paletteArea.height - 1)
        switch key {
        case Key(.escape):
            overlay = nil
            return []
        case Key(.enter): return choose(palette.target)
        case Key(.down), Key(.tab), .control("n"): palette.move(by: 1)
        case Key(.up), Key(.tab, .shift), .control("p"): palette.move(by: -1)
        case Key(.pageDown): palette.move(by: page)
        case Key(.pageUp): palette.move(by: -page)
        default:
            guard palette.field.handle(key) else { return [] }
            palette.search(recent: recentTargets)
        }
        overlay = .palette(palette)
        return []
    }

    /// Does it, or goes there.
    mutating func choose(_ target: PaletteTarget?) -> [Effect] {
        guard let target else { return [] }
        overlay = nil
        recentTargets.removeAll { $0 == target }
        recentTargets.insert(target, at: 0)
        if recentTargets.count > Self.mostRecent { recentTargets.removeLast() }
        switch target {
        case .command(let command): return perform(command)
        case .row(let row): return go(to: row) ? [] : say(.warning, "It is gone.")
        }
    }

    // MARK: - What there is

    /// Commands first, those that act before the others; then what the account holds.
    private var paletteIndex: PaletteIndex {
        var index = PaletteIndex()
        let bound = keymap.bindings.map(\.command)
        let commands = bound + (Command.unbound + choices).filter { !bound.contains($0) }
        for section in [Command.Section.acting, .log, .looking, .going, .leaving, .moving] {
            for command in commands where command.section == section && command != .palette {
                guard availability(of: command) != .hidden else { continue }
                index.add(.command(command), command.title, command.summary)
            }
        }
        for project in account.projects { index.add(.row(.project(project.id)), project.name, "") }
        for project in account.projects { add(project, to: &index) }
        return index
    }

    /// Commands with an argument, one for each that can be chosen here: their titles are the command and the argument.
    private var choices: [Command] {
        sortColumns.map { .sort($0) } + session.themes.map { .theme($0) } + session.contexts.map { .context($0) }
    }

    private func add(_ project: Project, to index: inout PaletteIndex) {
        for service in account.services[project.id] ?? [] {
            let reference = ServiceReference(project: project.id, service: service.id)
            index.add(.row(.service(reference)), service.name, project.name)
        }
        for job in account.jobs[project.id] ?? [] {
            index.add(.row(.job(JobReference(project: project.id, job: job.id))), job.name, project.name)
        }
        for addon in account.addons[project.id] ?? [] {
            index.add(.row(.addon(AddonReference(project: project.id, addon: addon.id))), addon.name, project.name)
        }
    }

    func paletteName(_ row: RowID) -> String {
        switch row {
        case .allProjects: "All projects"
        case .project(let id): projectName(id)
        case .service(let service), .latestBuild(let service): serviceName(service)
        case .build(let build): build.build.rawValue
        case .job(let job): jobName(job)
        case .run(let run): run.run.rawValue
        case .addon(let addon): addonName(addon)
        case .backup(let backup): backup.backup.rawValue
        }
    }

    func paletteProject(_ row: RowID) -> String {
        switch row {
        case .allProjects, .project: ""
        case .service(let service), .latestBuild(let service): projectName(service.project)
        case .build(let build): projectName(build.service.project)
        case .job(let job): projectName(job.project)
        case .run(let run): projectName(run.job.project)
        case .addon(let addon): projectName(addon.project)
        case .backup(let backup): projectName(backup.addon.project)
        }
    }
}

extension Feed {
    /// Whether what it lists can be found by name.
    fileprivate var listsNames: Bool {
        switch self {
        case .projects, .services, .jobs, .addons: true
        default: false
        }
    }
}
