import Northflank
import TerminalUI

extension State {
    // MARK: - Opening and closing

    mutating func open(_ page: Page) {
        leave()
        trail.append(place)
        self.page = page
        rebuildPage()
    }

    /// The key that opens a page closes it too.
    mutating func toggle(_ page: Page) -> [Effect] {
        if self.page == page { return back() }
        open(page)
        return []
    }

    /// Makes the rows of the page's list anew.
    mutating func rebuildPage() {
        switch page {
        case nil, .details, .log, .json, .budget: break
        case .problems:
            let kept = Self.filtered(problems.list, by: problemList.filter, describe)
            problemList.replace(
                kept.map(\.id), unfilteredCount: problems.list.count, height: layout.pageHeight)
        case .timeline:
            let kept = Self.filtered(timeline.entries, by: changeList.filter) { describe($0.change, &$1) }
            changeList.replace(kept.map(\.id), unfilteredCount: timeline.entries.count, height: layout.pageHeight)
        }
    }

    private static func filtered<Item>(
        _ items: [Item], by text: String, _ describe: (Item, inout SearchTexts) -> Void
    ) -> [Item] {
        let filter = RowFilter(text)
        guard !filter.isEmpty else { return items }
        var texts = SearchTexts()
        for item in items {
            describe(item, &texts)
            texts.endItem()
        }
        return filter.kept(in: texts).map { items[$0] }
    }

    private func describe(_ change: Change, _ texts: inout SearchTexts) {
        texts.add(.name, change.subject)
        texts.add(.type, change.kind.rawValue)
        texts.add(.status, change.to)
        texts.add(.message, change.message)
        texts.add(.project, change.row.project.map(projectName))
    }

    private func describe(_ problem: Problem, _ texts: inout SearchTexts) {
        texts.add(.name, problem.subject)
        texts.add(.status, problem.what)
        texts.add(.message, problem.reason)
        texts.add(.project, problem.row.project.map(projectName))
    }

    // MARK: - Keys

    /// What a command means while a page is open.
    /// - Returns: nil where it means what it always does.
    mutating func performOnPage(_ command: Command) -> [Effect]? {
        let height = layout.pageHeight
        switch command {
        case .moveDown: move(by: 1)
        case .moveUp: move(by: -1)
        case .moveToTop: move(by: -.max / 2)
        case .moveToBottom: move(by: .max / 2)
        case .halfPageDown: move(by: max(1, height / 2))
        case .halfPageUp: move(by: -max(1, height / 2))
        case .pageDown: move(by: max(1, height - 1))
        case .pageUp: move(by: -max(1, height - 1))
        case .open where document != nil: document?.fold(height: height)
        case .fold where document != nil: document?.fold(height: height)
        case .open: return leavePage()
        case .log(let command): return perform(command)
        case .json(let command): return perform(command)
        case .back where !pageFilter.isEmpty:
            toasts = []
            filterPage(by: "")
        case .back where log?.filter != nil:
            toasts = []
            log?.filter(by: nil)
        case .filter:
            isFiltering = true
            filterField = TextField(text: pageFilter)
        default: return nil
        }
        return []
    }

    mutating func move(by distance: Int) {
        let height = layout.pageHeight
        switch page {
        case nil: break
        case .problems: problemList.move(by: distance, height: height)
        case .timeline: changeList.move(by: distance, height: height)
        case .details(let row, let scroll):
            let last = max(0, detailHeight(row) - height)
            page = .details(row, scroll: min(max(0, scroll + distance), last))
        case .budget(let scroll):
            page = .budget(scroll: min(max(0, scroll + distance), max(0, budgetHeight - height)))
        case .log: moveLog(by: distance)
        case .json: document?.list.move(by: distance, height: height)
        }
    }

    private var pageFilter: String {
        switch page {
        case nil, .details, .budget: ""
        case .log: log?.search?.text ?? ""
        case .json: document?.search?.text ?? ""
        case .problems: problemList.filter
        case .timeline: changeList.filter
        }
    }

    mutating func filterPage(by text: String) {
        switch page {
        case nil, .details, .budget: break
        case .log: searchLog(for: text)
        case .json: document?.search = text.isEmpty ? nil : LogPattern(search: text)
        case .problems: problemList.filter = text
        case .timeline: changeList.filter = text
        }
        rebuildPage()
    }

    /// Goes to where the page's thing stands; from a page of its own, to what belongs to it.
    private mutating func leavePage() -> [Effect] {
        guard let row = pageRow else { return [] }
        guard case .details = page else { return go(to: row) ? [] : say(.warning, "It is gone.") }
        if foldable(row) { unfolded.insert(row) }
        let target = row.service.flatMap(builder).map { row.isService ? .latestBuild($0) : row } ?? row
        return go(to: target) ? [] : say(.warning, "It is gone.")
    }

    private func foldable(_ row: RowID) -> Bool {
        switch row {
        case .job, .addon: true
        case .allProjects, .project, .service, .latestBuild, .build, .run, .backup: false
        }
    }
}

extension RowID {
    fileprivate var isService: Bool { if case .service = self { true } else { false } }
}
