import Northflank
import TerminalUI

extension State {
    /// What `y` shows: the thing in hand, or a service's newest build.
    var documentRow: RowID? {
        switch rowInHand {
        case nil, .allProjects: nil
        case .latestBuild(let service):
            account.builds[service]?.first.map { .build(BuildReference(service: service, build: $0.id)) }
                ?? .service(service)
        case let row: row
        }
    }

    mutating func openDocument() -> [Effect] {
        if page?.document != nil { return back() }
        guard let row = documentRow else { return [] }
        open(.json(row))
        return []
    }

    /// A document lives as long as its page is open. It is asked for once, and again by `r`.
    mutating func askForDocument() -> [Effect] {
        guard let row = page?.document else {
            document = nil
            return []
        }
        if document?.row != row { document = Document(row) }
        guard document?.isWanted == true else { return [] }
        document?.ask()
        return [.loadDocument(row)]
    }

    mutating func documentLoaded(_ row: RowID, _ result: Result<JSONText, APIError>) -> [Effect] {
        guard document?.row == row else { return [] }
        let height = layout.pageHeight
        switch result {
        case .success(let text): document?.take(text, at: now, height: height)
        case .failure(let error): document?.fail(error)
        }
        return []
    }

    mutating func perform(_ command: JSONCommand) -> [Effect] {
        switch command {
        case .search:
            isFiltering = true
            filterField = TextField(text: document?.search?.text ?? "")
        case .nextMatch: return findInDocument(1)
        case .previousMatch: return findInDocument(-1)
        case .right: scrollDocument(1)
        case .left: scrollDocument(-1)
        case .copy: return document?.selection.map { [.copy($0)] } ?? say(.warning, "There is nothing to copy.")
        case .save:
            guard let row = document?.row, let text = document?.whole else {
                return say(.warning, "There is nothing to save.")
            }
            return [.saveDocument(row.identifier ?? "", text)]
        case .secrets: document?.showsSecrets.toggle()
        }
        return []
    }

    /// After what was typed, the line that is selected may be the one that is meant.
    mutating func findInDocument(_ direction: Int, fromHere: Bool = false) -> [Effect] {
        guard document?.search != nil else { return fromHere ? [] : say(.warning, "Search first (/).") }
        let height = layout.pageHeight
        let isFound = document?.find(direction, fromHere: fromHere, height: height) ?? false
        return isFound ? [] : say(.idle, direction > 0 ? "No match below." : "No match above.")
    }

    /// Half of what is in sight at a time.
    private mutating func scrollDocument(_ direction: Int) {
        guard let column = document?.column else { return }
        let step = max(1, layout.body.width / 2)
        document?.column = min(max(0, column + direction * step), Document.longest - step)
    }
}
