import Northflank
import TerminalUI

extension State {
    func drawDraft(_ canvas: inout Canvas, _ draft: Draft) {
        let hint = [
            Span("Enter ", .key), Span("go on   ", .text), Span("Ctrl-e ", .key), Span("edit all   ", .text),
            Span("Esc ", .key), Span("cancel", .text),
        ]
        let width = max(hint.columns, 56)
        let area = frame(
            &canvas, title: title(of: draft.subject), width: width, height: draft.form.height + 1, hint: hint)
        draft.form.draw(on: &canvas, in: area.splitRows(at: 1).rest)
    }

    private func title(of subject: Draft.Subject) -> String {
        let name = name(of: subject.target)
        return switch subject {
        case .create(let kind, let project):
            "New \(kind.words)\(project.map { " in \(projectName($0))" } ?? "")"
        case .build: "Build \(name)"
        case .run: "Run \(name)"
        case .scaleService, .scaleAddon: "Scale \(name)"
        case .deployImage: "Deploy an image to \(name)"
        }
    }
}
