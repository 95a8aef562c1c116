import Northflank
import TerminalUI

// What is selected, and what follows from it.

extension State {
    var layout: Layout { Layout(size: size, focus: focus, zoomed: zoomed) }

    func list(_ pane: Pane) -> ListState { lists[pane] ?? ListState() }

    mutating func select(_ row: RowID, in pane: Pane) {
        let height = layout.listHeight(pane)
        lists[pane, default: ListState()].select(row, height: height)
    }

    var selectedRow: RowID? { list(focus).selected }

    /// What keys are about: what is selected on the page, or in the focused pane.
    var rowInHand: RowID? { page == nil ? selectedRow : pageRow }

    /// The project that services, builds, runs and backups are shown of; nil for all of them.
    var scope: Project.ID? {
        if case .project(let id) = list(.projects).selected { return id }
        return nil
    }

    var scopedProjects: [Project.ID] { scope.map { [$0] } ?? account.projects.map(\.id) }

    var scopedJobs: [JobReference] {
        scopedProjects.flatMap { project in
            (account.jobs[project] ?? []).map { JobReference(project: project, job: $0.id) }
        }
    }

    var scopedAddons: [AddonReference] {
        scopedProjects.flatMap { project in
            (account.addons[project] ?? []).map { AddonReference(project: project, addon: $0.id) }
        }
    }

    /// The service that `B` builds: of the selected build where builds have the focus, else the one selected among
    /// the services.
    var selectedService: ServiceReference? {
        if page != nil { return pageRow?.service }
        if focus == .builds, scope == nil, let service = list(.builds).selected?.service { return service }
        return list(.services).selected?.service
    }

    /// The service whose builds the pane of builds shows, whatever page lies over it.
    var serviceOfBuilds: ServiceReference? { list(.services).selected?.service }

    var selectedJob: JobReference? { page == nil ? list(.runs).selected?.job : pageRow?.job }

    var selectedAddon: AddonReference? { page == nil ? list(.backups).selected?.addon : pageRow?.addon }

    /// The service itself where it builds; nil for one that only deploys.
    func builder(_ reference: ServiceReference) -> ServiceReference? {
        account.service(reference)?.kind.builds == false ? nil : reference
    }

    func visibleRows(_ pane: Pane) -> ArraySlice<RowID> {
        list(pane).visible(height: layout.listHeight(pane))
    }

    func projectName(_ id: Project.ID) -> String { account.project(id)?.name ?? id.rawValue }

    func serviceName(_ reference: ServiceReference) -> String {
        account.withService(reference, \.name) ?? reference.service.rawValue
    }

    func jobName(_ reference: JobReference) -> String { account.job(reference)?.name ?? reference.job.rawValue }

    func addonName(_ reference: AddonReference) -> String {
        account.addon(reference)?.name ?? reference.addon.rawValue
    }
}
