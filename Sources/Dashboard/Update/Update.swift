import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension State {
    /// The one function that changes the state. What the messages of a batch have in common, the rows and what to
    /// keep fresh, is worked out once at its end.
    /// - Returns: what the world is to do about it, in this order.
    public mutating func update(_ messages: [Message], now: Date) -> [Effect] {
        let ages = clock
        self.now = now
        toasts.removeAll { $0.until <= now }
        var effects: [Effect] = []
        for message in messages {
            retouch(panes(changedBy: message))
            effects += apply(message)
        }
        refreshRows()
        if clock != ages || messages.contains(where: \.isInput) { gauge = budget }
        if !session.rings { effects.removeAll { if case .ring = $0 { true } else { false } } }
        return effects + keepChanges() + watch(after: messages) + askForLog() + askForDocument() + askForSpending()
    }

    /// A batch of one.
    public mutating func update(_ message: Message, now: Date) -> [Effect] { update([message], now: now) }

    private mutating func apply(_ message: Message) -> [Effect] {
        switch message {
        case .tick: return []
        case .input(let event):
            // A key is meant for the rows as they are, not as they were before this batch.
            refreshRows()
            return handle(event)
        case .resized(let size): return resize(to: size)
        case .feedStarted(let feed): return started(feed)
        case .feedLoaded(let feed, let answer): return loaded(feed, answer, at: now, from: .live)
        case .feedFailed(let feed, let error, let retryIn): return failed(feed, error, retryIn)
        case .sharing(let others):
            sharers = others
            return []
        case .leftoverSettled(let action, let by, let date, let outcome): return settled(action, by, date, outcome)
        case .recalled(let feeds): return recalled(feeds)
        case .favouritesRecalled(let favourites):
            self.favourites = favourites
            return []
        case .timelineRecalled(let changes):
            timeline.merge(changes)
            if page == .timeline { rebuildPage() }
            return []
        case .overridesRecalled(let recalled):
            for known in recalled { overrides[known.target] = overrides[known.target] ?? known.values }
            return []
        case .shared(let feeds): return shared(feeds)
        case .budget(let budget):
            self.budget = budget
            // It moves with the ages and with the user's keys, or each request would have it sent to the terminal.
            if gauge?.isMuchLike(budget) != true { gauge = budget }
            return []
        case .spendingLoaded(let lines):
            spending = lines
            return []
        case .actionInDoubt(let id, let error): return inDoubt(id, error)
        case .actionEnded(let id, let outcome): return ended(id, outcome)
        case .historyLoaded(let entries):
            guard case .history(_, let scroll) = overlay else { return [] }
            overlay = entries.map { .history($0, scroll: scroll) }
            guard entries == nil else { return [] }
            let timeline = keymap.keyName(for: .timeline).map { " \($0) shows what was done since the start." } ?? ""
            return say(.warning, "There is no journal: nothing is kept here.\(timeline)")
        case .branchesLoaded(let service, let result): return branches(of: service, result)
        case .edited(let body): return edited(body)
        case .catalogueLoaded(let catalogue, let result):
            catalogues[catalogue] = result
            refillDraft()
            return []
        case .logsLoaded(let request, let result): return logLoaded(request, result)
        case .documentLoaded(let row, let result): return documentLoaded(row, result)
        case .saved(let path, let lines): return say(.healthy, "Saved \(lines) lines to \(path).")
        case .copied(let text, let isTaken):
            let start = Truncation.end(text, width: 60, ellipsis: appearance.symbols.ellipsis)
            return isTaken
                ? say(.idle, "Copied \(start).") : say(.warning, "This terminal has no clipboard for \(start).")
        case .browsed(let address, let outcome):
            browsed(address, outcome)
            return []
        case .theme(let theme):
            appearance.theme = theme
            return []
        case .notice(let text): return say(.warning, text)
        }
    }

    private mutating func resize(to size: Size) -> [Effect] {
        self.size = size
        keepSelectionsVisible()
        return []
    }

    /// Tells what to keep fresh, when that may have changed and has.
    private mutating func watch(after messages: [Message]) -> [Effect] {
        let mayHaveChanged = messages.contains { message in
            switch message {
            case .budget, .notice, .feedStarted, .sharing, .historyLoaded, .copied, .theme, .logsLoaded,
                .documentLoaded, .saved, .spendingLoaded, .overridesRecalled, .browsed:
                false
            case .tick: selectionMovedAt != nil
            default: true
            }
        }
        guard turnContainerRound() || mayHaveChanged || watched.isEmpty else { return [] }
        let interest = interest()
        if selectionRests { selectionMovedAt = nil }
        guard interest != watched else { return [] }
        watched = interest
        return [.watch(interest)]
    }

    /// Shows a line for a while: the worse it is, the longer.
    /// - Returns: no effects, so that a refusal can be one expression.
    @discardableResult
    mutating func say(_ health: Health, _ text: String) -> [Effect] {
        let seconds: Double =
            switch health {
            case .failing: 15
            case .warning: 10
            default: 6
            }
        toasts.removeAll { $0.text == text }
        toasts.append(Toast(health: health, text: text, until: now.addingTimeInterval(seconds)))
        // Three fit on any screen; an old one gives way.
        if toasts.count > 3 { toasts.removeFirst() }
        return []
    }
}
