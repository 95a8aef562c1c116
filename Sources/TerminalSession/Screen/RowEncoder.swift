internal import CNcurses
internal import TerminalUI

/// Turns a grid's rows into what ncurses takes. A character that the locale lacks, or of which it counts other columns
/// than the grid, is replaced: a wrong count would shift the rest of the row.
struct RowEncoder {
    private var cells: [cchar_t] = []

    /// One element a character: ncurses adds the right halves of wide ones itself.
    mutating func encode(
        _ row: ArraySlice<Cell>, width: Int, rendition: (Style) -> Renditions.Rendition
    ) -> [cchar_t] {
        cells.removeAll(keepingCapacity: true)
        let row = row.prefix(width)
        let styles = Cell.fewestStyles(row)
        var style: Style?
        var current = Renditions.Rendition(attributes: 0, pair: 0)
        // Most cells are of ASCII, and differ from the one before in their character alone.
        var plain = cchar_t()
        var columns = 0
        for (cell, wanted) in zip(row, styles) where !cell.isRightHalf {
            if wanted != style {
                style = wanted
                current = rendition(wanted)
                _ = ncurses_set_cell(&plain, 0x20, 0, 0, current.attributes, current.pair)
            }
            columns += Int(cell.width)
            if cell.isASCII {
                plain.chars.0 = wchar_t(cell.base)
                cells.append(plain)
                continue
            }
            if columns <= width, Self.isShown(cell) {
                append(cell, current)
            } else {
                append(columns <= width ? "?" : " ", current)
                if columns <= width, cell.width == 2 { append(" ", current) }
            }
        }
        return cells
    }

    private static func isShown(_ cell: Cell) -> Bool {
        ncurses_columns(cell.base) == Int32(cell.width)
    }

    private mutating func append(_ cell: Cell, _ rendition: Renditions.Rendition) {
        var encoded = cchar_t()
        _ = ncurses_set_cell(
            &encoded, cell.base, Self.mark(cell.firstMark), Self.mark(cell.secondMark), rendition.attributes,
            rendition.pair)
        cells.append(encoded)
    }

    private mutating func append(_ replacement: Unicode.Scalar, _ rendition: Renditions.Rendition) {
        var encoded = cchar_t()
        _ = ncurses_set_cell(&encoded, replacement.value, 0, 0, rendition.attributes, rendition.pair)
        cells.append(encoded)
    }

    /// A mark that the locale lacks would make ncurses refuse the whole cell.
    private static func mark(_ scalar: UInt32) -> UInt32 {
        scalar != 0 && ncurses_columns(scalar) == 0 ? scalar : 0
    }
}
