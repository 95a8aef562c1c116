import Northflank
import TerminalUI

extension State {
    mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(let key):
            if overlay != nil { return handleInOverlay(key) }
            if isFiltering { return handleWhileFiltering(key) }
            return keymap.command(for: key, in: page?.layer).map { perform($0) } ?? []
        case .paste(let text):
            paste(text)
            return []
        case .mouse(let mouse): return handle(mouse)
        case .focusGained, .focusLost: return []
        }
    }

    private mutating func paste(_ text: String) {
        let line = String(text.prefix { !$0.isNewline }.prefix(200))
        if isFiltering {
            filterField.insert(line)
            applyFilter()
        } else if case .palette(var palette) = overlay {
            palette.field.insert(line)
            palette.search(recent: recentTargets)
            overlay = .palette(palette)
        } else if case .draft(var draft) = overlay {
            draft.form.insert(line)
            draft.check()
            overlay = .draft(draft)
        } else if case .confirmation(var confirmation) = overlay, !confirmation.isAnswered {
            confirmation.insert(line)
            overlay = .confirmation(confirmation)
        }
    }

    /// Does what a key means, or says why not.
    mutating func perform(_ command: Command) -> [Effect] {
        if case .disabled(let reason) = availability(of: command) { return say(.warning, reason) }
        if page != nil, let effects = performOnPage(command) { return effects }
        let page = layout.listHeight(focus)
        switch command {
        case .moveDown: return move { $0.move(by: 1, height: page) }
        case .moveUp: return move { $0.move(by: -1, height: page) }
        case .moveToTop: return move { $0.move(to: 0, height: page) }
        case .moveToBottom: return move { $0.move(to: $0.rows.count - 1, height: page) }
        case .halfPageDown: return move { $0.move(by: max(1, page / 2), height: page) }
        case .halfPageUp: return move { $0.move(by: -max(1, page / 2), height: page) }
        case .pageDown: return move { $0.move(by: max(1, page - 1), height: page) }
        case .pageUp: return move { $0.move(by: -max(1, page - 1), height: page) }
        case .nextPane: return go(to: Pane(rawValue: focus.rawValue % Pane.allCases.count + 1) ?? .projects)
        case .previousPane:
            return go(to: Pane(rawValue: (focus.rawValue + 3) % Pane.allCases.count + 1) ?? .projects)
        case .focus(let pane): return go(to: pane)
        case .walkBack: return walkBack()
        case .walkForward: return walkForward()
        case .open: return open()
        case .fold: return fold()
        case .problems: return toggle(.problems)
        case .timeline: return toggle(.timeline)
        case .budget: return toggleBudget()
        case .awaitChange: return toggleAwaited()
        case .copyID: return rowInHand?.identifier.map { [.copy($0)] } ?? []
        case .openInWeb: return openInWeb()
        case .theme(let name): return [.theme(name)]
        case .context(let name): return [.context(name)]
        case .back: return back()
        case .zoom:
            zoomed.toggle()
            keepSelectionsVisible()
            return []
        case .filter:
            isFiltering = true
            filterField = TextField(text: list(focus).filter)
            return []
        case .palette: return openPalette()
        case .chooseSort: return chooseSort()
        case .sort(let column): return sort(by: column)
        case .mark: return toggleMark()
        case .favourite: return toggleFavourite()
        case .refreshPane: return refreshPane()
        case .refreshEverything: return askToRefreshEverything()
        case .help:
            overlay = .help(Help())
            return []
        case .history:
            overlay = .history(nil, scroll: 0)
            return [.loadHistory]
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .quit: return quit()
        case .toggleReadOnly: return toggleReadOnly()
        case .toggleMouse:
            usesMouse.toggle()
            return say(.healthy, usesMouse ? "Northwatch takes the mouse." : "The terminal has the mouse.")
        case .startBuild: return askToBuild()
        case .runJob: return askToRun()
        case .backUp: return askToBackUp()
        case .deploy: return askToDeploy()
        case .add: return askToAdd()
        case .chooseAction: return openMenu()
        case .openLog: return openLog()
        case .openJSON: return openDocument()
        case .log, .json: return []
        }
    }

    /// Switched on in the middle of a batch, it keeps back what hasn't been sent.
    private mutating func toggleReadOnly() -> [Effect] {
        session.readOnly.toggle()
        guard session.readOnly else { return say(.healthy, "Actions are possible.") }
        for batch in Set(actions.map(\.batch)) { giveUpRest(of: batch) }
        return say(.healthy, "Read-only: actions are switched off.")
    }

    /// Leaving while an answer is awaited would leave the user in doubt: that takes a second press.
    mutating func quit() -> [Effect] {
        guard isAnswerAwaited, !isQuitAsked else { return [.quit] }
        isQuitAsked = true
        return say(.warning, "An action is still being sent. Press the key again to leave without its answer.")
    }

    /// Whether an action's outcome isn't known yet.
    var isAnswerAwaited: Bool { actions.contains { if case .accepted = $0.phase { false } else { true } } }

    // MARK: - Moving

    private mutating func move(_ change: (inout ListState) -> Void) -> [Effect] {
        changeList(focus, change)
        return []
    }

    mutating func changeList(_ pane: Pane, _ change: (inout ListState) -> Void) {
        let before = list(pane).selected
        change(&lists[pane, default: ListState()])
        if list(pane).selected != before { selectionChanged(in: pane) }
    }

    /// Other panes may show what belongs to the selection.
    private mutating func selectionChanged(in pane: Pane) {
        selectionMovedAt = now
        switch pane {
        case .projects:
            resetScopedLists()
            rebuildRows(from: .services)
            retouch(Pane.allCases)
        case .services:
            // Over all projects no pane depends on the selected service.
            guard scope != nil else { return }
            rebuildRows(from: .builds)
            retouch(Pane.allCases)
        case .builds, .runs, .backups: break
        }
    }

    /// Another project: nothing of the lists before is of use.
    mutating func resetScopedLists() {
        for pane in Pane.allCases where pane != .projects { lists[pane] = ListState() }
        marks = [:]
    }

    mutating func go(to pane: Pane) -> [Effect] {
        guard pane != focus || page != nil else { return [] }
        leave()
        page = nil
        focus = pane
        keepSelectionsVisible()
        return []
    }

    // MARK: - Opening

    mutating func open() -> [Effect] {
        guard let row = selectedRow else { return [] }
        switch row {
        case .allProjects, .project: step(to: .services)
        case .service, .latestBuild, .job, .addon, .build, .run, .backup: open(.details(row, scroll: 0))
        }
        return []
    }

    private mutating func fold() -> [Effect] {
        guard let row = foldedRow else { return [] }
        unfolded.formSymmetricDifference([row])
        reorderRows([focus])
        return []
    }

    private mutating func step(to pane: Pane) {
        leave()
        trail.append(place)
        focus = pane
        keepSelectionsVisible()
    }

    mutating func back() -> [Effect] {
        toasts = []
        if page == nil, hasMarks {
            marks[focus] = nil
        } else if page == nil, !list(focus).filter.isEmpty {
            filterField = TextField()
            applyFilter()
        } else if page == nil, zoomed {
            zoomed = false
            keepSelectionsVisible()
        } else if let place = trail.popLast() {
            leave()
            visit(place)
        } else {
            return go(to: .projects)
        }
        return []
    }

    // MARK: - Filtering

    private mutating func handleWhileFiltering(_ key: Key) -> [Effect] {
        switch key.code {
        case .enter:
            isFiltering = false
            return page?.document == nil ? endLogTyping() : findInDocument(1, fromHere: true)
        case .escape:
            isFiltering = false
            log?.isTypingFilter = false
            filterField = TextField(text: "")
            applyFilter()
        case .up: return perform(.moveUp)
        case .down: return perform(.moveDown)
        default:
            if filterField.handle(key) { applyFilter() }
        }
        return []
    }

    private mutating func applyFilter() {
        if page != nil { return filterPage(by: filterField.text) }
        let before = selectedRow
        lists[focus]?.filter = filterField.text
        filterRows(focus)
        if selectedRow != before { selectionChanged(in: focus) }
    }

    // MARK: - Refreshing

    private mutating func refreshPane() -> [Effect] {
        if document != nil {
            document?.isWanted = true
            return []
        }
        // What the user waits for is asked too, wherever it is shown.
        let feeds = (page == nil ? focus.content.feedsToRefresh(self) : pageFeeds).union(actions.map(\.action.feed))
        log?.asking.wantsNow = true
        // The role may have been changed meanwhile.
        denials = []
        guard !feeds.isEmpty else { return say(.warning, "Nothing to refresh here.") }
        return [.refresh(feeds)]
    }

    private mutating func askToRefreshEverything() -> [Effect] {
        let feeds = Set(watched.keys)
        let requests = feeds.reduce(0) { $0 + account.feed($1).requests }
        overlay = .refreshEverything(feeds: feeds, requests: requests)
        return []
    }
}
