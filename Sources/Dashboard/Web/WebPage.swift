import Northflank
import TerminalUI

/// A page of the web app, whose address is in sight.
public struct WebPage: Hashable, Sendable {
    let row: RowID
    let address: String
    /// Whether it is about the row itself; else it is the nearest there is.
    let isItsOwn: Bool
    /// What became of it; nil as long as the browser is being asked.
    var outcome: BrowserOutcome?
}

/// What became of an address that a browser was to open.
public enum BrowserOutcome: Hashable, Sendable {
    case asked
    /// There is none on this host, or none that could be shown.
    case none
    case failed(code: Int32)
}

extension State {
    /// `o`: shows the address of what is selected in the web app, as a link, and asks the browser to open it.
    mutating func openInWeb() -> [Effect] {
        guard let row = rowInHand else { return [] }
        let page = session.preferences.web.page(of: row, team: session.team)
        overlay = .web(page)
        return [.browse(page.address)]
    }

    mutating func browsed(_ address: String, _ outcome: BrowserOutcome) {
        guard case .web(var page) = overlay, page.address == address else { return }
        page.outcome = outcome
        overlay = .web(page)
    }

    mutating func handle(_ key: Key, in page: WebPage) -> [Effect] {
        switch keymap.command(for: key) {
        case .copyID: return [.copy(page.address)]
        case .back, .open, .openInWeb, .quit: overlay = nil
        default: break
        }
        return []
    }

    func drawWebPage(_ canvas: inout Canvas, _ page: WebPage) {
        let width = min(size.columns - 6, max(52, page.address.utf8.count))
        let address = TextWrap.lines(page.address, width: width, limit: size.rows)
        let words = TextWrap.lines(words(of: page), width: width, limit: size.rows)
        let copy = keymap.keyName(for: .copyID).map { [Span("\($0) ", .key), Span("copy   ", .text)] } ?? []
        let area = frame(
            &canvas, title: "In the web app", width: width, height: address.count + words.count + 3,
            hint: copy + [Span("Esc ", .key), Span("close", .text)])
        let link = Rect(
            column: area.column, row: area.row + 1, width: area.width, height: min(address.count, area.height - 1))
        for (offset, line) in address.enumerated() where offset < link.height {
            canvas.write([Span(line, .key)], in: link.row(offset), over: .dialog)
        }
        canvas.link = Link(area: link, address: page.address)
        for (offset, line) in words.enumerated() {
            canvas.write([Span(line, .muted)], in: area.row(address.count + 2 + offset), over: .dialog)
        }
    }

    private func words(of page: WebPage) -> String {
        let outcome =
            switch page.outcome {
            case nil: "Asking the browser\(appearance.symbols.ellipsis)"
            case .asked: "The browser was asked to open it."
            case .some(.none): "There is no browser on this host: follow the link, or copy it."
            case .failed(let code): "The browser ended with \(code): follow the link, or copy it."
            }
        return page.isItsOwn
            ? outcome
            : "\(outcome) The API tells no addresses of pages: say in the configuration, under web, where a page of its "
                + "own is."
    }
}
