import Northflank
import TerminalUI

extension State {
    mutating func handleInOverlay(_ key: Key) -> [Effect] {
        guard let overlay else { return [] }
        // Leaving must work wherever one is.
        if key == .control("c") { return quit() }
        if key == .control("z") { return [.suspend] }
        switch overlay {
        case .help(let help): return handle(key, in: help)
        case .palette(let palette): return handle(key, in: palette)
        case .sort(let menu): return handle(key, in: menu)
        case .history(let entries, let scroll): return scrollable(key, scroll) { .history(entries, scroll: $0) }
        case .refreshEverything(let feeds, _):
            switch answer(to: key) {
            case .yes:
                self.overlay = nil
                return [.refresh(feeds)]
            case .no: self.overlay = nil
            case nil: break
            }
            return []
        case .menu(let menu): return handle(key, in: menu)
        case .draft(let draft): return handle(key, in: draft)
        case .confirmation(let confirmation): return handle(key, in: confirmation)
        case .web(let page): return handle(key, in: page)
        }
    }

    private enum Answer { case yes, no }

    private func answer(to key: Key) -> Answer? {
        switch key {
        case Key(.enter), Key("y"), Key("Y"): .yes
        case Key(.escape), Key("n"), Key("N"), Key("q"): .no
        default: nil
        }
    }

    private mutating func scrollable(_ key: Key, _ scroll: Int, _ make: (Int) -> Overlay) -> [Effect] {
        let page = max(1, size.rows - 6)
        switch keymap.command(for: key) {
        case .moveDown: overlay = make(scroll + 1)
        case .moveUp: overlay = make(max(0, scroll - 1))
        case .halfPageDown, .pageDown: overlay = make(scroll + page / 2)
        case .halfPageUp, .pageUp: overlay = make(max(0, scroll - page / 2))
        case .moveToTop: overlay = make(0)
        case .back, .open, .quit, .help: overlay = nil
        default: break
        }
        return []
    }

    private mutating func handle(_ key: Key, in confirmation: Confirmation) -> [Effect] {
        var confirmation = confirmation
        if confirmation.isAnswered {
            if key == Key("Y") { return confirm(confirmation) }
            if answer(to: key) == .no { close(confirmation) }
            return []
        }
        if key == .control("o") { return override(confirmation) }
        switch confirmation.subject {
        case .buildLatest, .run, .several: break
        case .deploy(let choice):
            if answer(to: key) == nil { return handle(key, in: choice, confirmation) }
        case .backUp(let addon, var choice):
            if [Key(.tab), Key(.left), Key(.right), Key(" ")].contains(key) {
                choice.switchMethod()
                confirmation.subject = .backUp(addon, choice)
                overlay = .confirmation(confirmation)
                return []
            }
        case .action(var question):
            guard question.field != nil else { break }
            switch key {
            case Key(.enter): return accept(confirmation)
            case Key(.escape): close(confirmation)
            default:
                _ = question.field?.handle(key)
                confirmation.subject = .action(question)
                overlay = .confirmation(confirmation)
            }
            return []
        case .buildBranch(let service, var choice):
            // Letters are text here: only Enter and Esc answer.
            switch key {
            case Key(.enter): return accept(confirmation)
            case Key(.escape): close(confirmation)
            default:
                edit(&choice, key)
                confirmation.subject = .buildBranch(service, choice)
                overlay = .confirmation(confirmation)
            }
            return []
        }
        switch answer(to: key) {
        case .yes: return accept(confirmation)
        case .no: close(confirmation)
        case nil: break
        }
        return []
    }

    /// A no: what was filled in before isn't lost by it.
    private mutating func close(_ confirmation: Confirmation) {
        overlay = confirmation.draft.map { .draft($0) }
    }

    /// A yes: the only one, or the first of two.
    private mutating func accept(_ confirmation: Confirmation) -> [Effect] {
        // What can't be sent says why, and needs no second yes for that.
        guard session.preferences.confirmsTwice, !confirmation.actions.isEmpty else { return confirm(confirmation) }
        var confirmation = confirmation
        confirmation.isAnswered = true
        overlay = .confirmation(confirmation)
        return []
    }

    private func edit(_ choice: inout BranchChoice, _ key: Key) {
        switch key {
        case Key(.down), Key(.tab): choice.suggest(next: 1)
        case Key(.up), Key(.tab, .shift): choice.suggest(next: -1)
        default:
            if choice.field.handle(key) { choice.isEdited = true }
        }
    }
}
