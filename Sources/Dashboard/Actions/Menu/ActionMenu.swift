import Northflank
import TerminalUI

/// The question what to do with a row, or with the marked ones.
public struct ActionMenu: Hashable, Sendable {
    var rows: [RowID]
    /// Whether one choice is for all of them.
    var isBulk: Bool
    var selected = 0
}

/// What stands in the menu.
struct MenuEntry: Hashable {
    enum Choice: Hashable {
        case ask(Confirmation.Subject)
        case fillIn(Draft.Subject)
        case disabled(String)
    }

    var action: RowAction
    /// What it is about, beside the row itself.
    var detail: String
    var choice: Choice
}

extension State {
    mutating func openMenu() -> [Effect] {
        if page == nil, hasMarks {
            overlay = .menu(ActionMenu(rows: markedRows, isBulk: true))
        } else if let row = rowInHand, !offers(on: row).isEmpty {
            overlay = .menu(ActionMenu(rows: [row], isBulk: false))
        }
        return []
    }

    mutating func handle(_ key: Key, in menu: ActionMenu) -> [Effect] {
        var menu = menu
        let entries = entries(of: menu)
        if let index = entries.firstIndex(where: { $0.action.key == key }) {
            return choose(entries[index])
        }
        let count = max(1, entries.count)
        switch keymap.command(for: key) {
        case .moveDown, .nextPane: menu.selected = (menu.selected + 1) % count
        case .moveUp, .previousPane: menu.selected = (menu.selected + count - 1) % count
        case .open:
            guard entries.indices.contains(menu.selected) else { return [] }
            return choose(entries[menu.selected])
        case .back, .quit, .chooseAction:
            overlay = nil
            return []
        default: return []
        }
        overlay = .menu(menu)
        return []
    }

    private mutating func choose(_ entry: MenuEntry) -> [Effect] {
        switch entry.choice {
        case .ask(let subject): return ask(subject)
        case .fillIn(let subject): return fillIn(subject)
        case .disabled(let reason): return say(.warning, "\(entry.action.title): \(reason).")
        }
    }

    // MARK: - Entries

    func entries(of menu: ActionMenu) -> [MenuEntry] {
        guard menu.isBulk else { return menu.rows.first.map { offers(on: $0).map(entry) } ?? [] }
        let all = menu.rows.map { (row: $0, offers: offers(on: $0)) }
        return RowAction.allCases.compactMap { action in
            let found = all.compactMap { row, offers in
                offers.first { $0.action == action }.map { (row: row, offer: $0.offer) }
            }
            return found.isEmpty ? nil : entry(action, of: found)
        }
    }

    private func entry(_ action: RowAction, _ offer: RowOffer) -> MenuEntry {
        switch offer {
        case .action(let found):
            let question = ActionQuestion(found, name: name(of: found.target))
            return MenuEntry(action: action, detail: detail(of: found), choice: .ask(.action(question)))
        case .draft(let subject): return MenuEntry(action: action, detail: "", choice: .fillIn(subject))
        case .disabled(let reason): return MenuEntry(action: action, detail: "", choice: .disabled(reason))
        }
    }

    /// One choice for several rows: those that can't are left out, each with its reason.
    private func entry(_ action: RowAction, of offers: [(row: RowID, offer: RowOffer)]) -> MenuEntry {
        var bulk = Bulk()
        for (row, offer) in offers {
            switch offer {
            case .action(let found) where found.isDangerous:
                return MenuEntry(
                    action: action, detail: "", choice: .disabled("one at a time: each one's name is to be typed"))
            case .action(let found): if !bulk.actions.contains(found) { bulk.actions.append(found) }
            case .draft: return MenuEntry(action: action, detail: "", choice: .disabled("one at a time"))
            case .disabled(let reason): bulk.leftOut.append(.init(name: name(of: row), reason: reason))
            }
        }
        guard !bulk.actions.isEmpty else {
            return MenuEntry(action: action, detail: "", choice: .disabled("none of the marked ones can be"))
        }
        return MenuEntry(
            action: action, detail: "\(bulk.actions.count) of \(offers.count)", choice: .ask(.several(bulk)))
    }

    private func name(of row: RowID) -> String {
        row.service.map(serviceName) ?? row.job.map(jobName) ?? row.addon.map(addonName) ?? row.identifier ?? ""
    }

    private func detail(of action: Action) -> String {
        switch action {
        case .abort(.build(let build)): "build \(build.build)"
        case .abort(.run(let run)): "run \(account.run(run)?.runName ?? run.run.rawValue)"
        case .abort(.backup(let backup)): "backup \(account.backup(backup)?.name ?? backup.backup.rawValue)"
        case .abort(.restore(let restore, _)): "restore \(restore)"
        default: ""
        }
    }

    /// What tells which actions a row has, beside the lists.
    func offerFeeds(of row: RowID) -> [Feed] {
        switch row {
        case .service(let service), .latestBuild(let service): [.service(service)]
        case .addon(let addon): [.addon(addon)]
        case .backup(let backup): [.restores(backup.addon)]
        case .allProjects, .project, .build, .job, .run: []
        }
    }
}
