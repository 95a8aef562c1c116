import TerminalUI

/// The question what a pane is sorted by.
public struct SortMenu: Hashable, Sendable {
    /// Nil stands for the order that it has by itself.
    var choices: [SortColumn?]
    var selected: Int
}

extension State {
    /// Opens on the column that is sorted by, so that `Enter` alone turns it round.
    mutating func chooseSort() -> [Effect] {
        let choices: [SortColumn?] = [nil] + sortColumns
        overlay = .sort(SortMenu(choices: choices, selected: choices.firstIndex(of: sorts[focus]?.column) ?? 0))
        return []
    }

    mutating func handle(_ key: Key, in menu: SortMenu) -> [Effect] {
        var menu = menu
        switch keymap.command(for: key) {
        case .moveDown, .chooseSort, .nextPane: menu.selected = (menu.selected + 1) % menu.choices.count
        case .moveUp, .previousPane: menu.selected = (menu.selected + menu.choices.count - 1) % menu.choices.count
        case .open, .mark:
            overlay = nil
            return sort(by: menu.choices[menu.selected])
        case .back, .quit:
            overlay = nil
            return []
        default: return []
        }
        overlay = .sort(menu)
        return []
    }

    /// By this column; where it is by it already, the other way round. Nil for the order that the pane has by itself.
    mutating func sort(by column: SortColumn?) -> [Effect] {
        if let column {
            let isAgain = sorts[focus]?.column == column
            sorts[focus] = Sort(column: column, isReversed: isAgain && sorts[focus]?.isReversed == false)
        } else {
            sorts[focus] = nil
        }
        reorderRows([focus])
        return []
    }

    /// Which way a column is sorted: an arrow.
    func arrow(_ sort: Sort) -> String {
        sort.column.isAscending != sort.isReversed ? appearance.symbols.up : appearance.symbols.down
    }

    func drawSortMenu(_ canvas: inout Canvas, _ menu: SortMenu) {
        let hint = [Span("Enter ", .key), Span("sort, turn round  ", .text), Span("Esc ", .key), Span("cancel", .text)]
        let area = frame(
            &canvas, title: "Sort \(focus.title.lowercased()) by", width: max(hint.columns, usualOrder.count + 2),
            height: menu.choices.count, hint: hint)
        let top = max(0, menu.selected - area.height + 1)
        for (offset, choice) in menu.choices.dropFirst(top).prefix(area.height).enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            let isCurrent = choice == sorts[focus]?.column
            let mark = isCurrent ? sorts[focus].map(arrow) ?? appearance.symbols.down : " "
            canvas.write([Span("\(mark) ", .key), Span(choice?.title ?? usualOrder, .text)], in: row, over: .dialog)
            if top + offset == menu.selected { canvas.grid.restyle(row, with: canvas.theme[.selection]) }
        }
    }

    private var usualOrder: String {
        switch focus {
        case .projects: "Usual order: by name"
        case .builds: scope == nil ? "Usual order: worst and newest first" : "Usual order: newest first"
        case .services, .runs, .backups:
            scope == nil ? "Usual order: worst and newest first" : "Usual order: by name"
        }
    }
}
