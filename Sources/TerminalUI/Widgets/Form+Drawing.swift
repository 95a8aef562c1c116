extension Form {
    /// Rows that it takes: each field, an empty one, and two for what is to be said of the focused field.
    public var height: Int { fields.count + 3 }

    private var labelWidth: Int { (fields.map { CharacterWidth.columns($0.label) }.max() ?? 0) + 2 }

    /// Draws the fields, as many as fit around the focused one, and under them what is to be said of that.
    public func draw(on canvas: inout Canvas, in area: Rect, over base: Role = .dialog) {
        let (list, notes) = area.splitRows(at: max(1, area.height - 3))
        let top = max(0, focus - list.height + 1)
        for (offset, field) in fields.dropFirst(top).prefix(list.height).enumerated() {
            let row = Rect(column: list.column, row: list.row + offset, width: list.width, height: 1)
            draw(field, isFocused: top + offset == focus, on: &canvas, in: row, over: base)
        }
        guard fields.indices.contains(focus) else { return }
        let field = fields[focus]
        let note = Rect(column: notes.column, row: notes.row + 1, width: notes.width, height: max(0, notes.height - 1))
        if let problem = field.problem, field.isTouched {
            canvas.paragraph("\(field.label) \(problem)", .warning, in: note, over: base)
        } else {
            canvas.paragraph(field.note, .muted, in: note, over: base)
        }
    }

    private func draw(_ field: Field, isFocused: Bool, on canvas: inout Canvas, in row: Rect, over base: Role) {
        let isWrong = field.problem != nil && field.isTouched
        let mark = isWrong ? canvas.symbols.warning : isFocused ? canvas.symbols.folded : " "
        canvas.write(
            [Span("\(mark) ", isWrong ? .warning : .key), Span(field.label, isFocused ? .heading : .muted)], in: row,
            over: base)
        let place = row.splitColumns(at: labelWidth + 2).rest
        switch field.content {
        case .text(let text, _):
            if isFocused {
                text.draw(on: &canvas, .field, in: place)
            } else {
                let shown = Truncation.middle(text.text, width: place.width, ellipsis: canvas.symbols.ellipsis)
                canvas.write([Span(shown, .text)], in: place, over: base)
            }
        case .choice(let options, let selected):
            let label = options.indices.contains(selected) ? options[selected].label : canvas.symbols.dash
            let arrows = isFocused && options.count > 1
            canvas.write(
                [
                    Span(label, isFocused ? .heading : .text),
                    Span(arrows ? "  \(canvas.symbols.separator) \(selected + 1) of \(options.count)" : "", .muted),
                ], in: place, over: base)
        }
    }
}
