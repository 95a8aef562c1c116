/// What stands in one cell: a base scalar and at most two combining marks. Control characters, bidirectional
/// overrides, joiners and variation selectors can't be held, so nothing that a stranger wrote can reach the
/// terminal through a grid.
public struct Cell: Hashable, Sendable {
    /// The base scalar; 0 in the right half of a wide character.
    public private(set) var base: UInt32
    public private(set) var firstMark: UInt32 = 0
    public private(set) var secondMark: UInt32 = 0
    /// Columns it takes: 1, 2, or 0 for the right half of a wide character.
    public private(set) var width: UInt8
    public var style: Style

    /// Nil for a scalar that takes no column of its own or must not be shown (`CharacterWidth.columns` says 0).
    public init?(_ scalar: Unicode.Scalar, style: Style) {
        let width = CharacterWidth.columns(scalar)
        guard width > 0 else { return nil }
        base = Self.shown(scalar.value)
        self.width = UInt8(width)
        self.style = style
    }

    private init(base: UInt32, width: UInt8, style: Style) {
        self.base = base
        self.width = width
        self.style = style
    }

    public static func blank(_ style: Style = .plain) -> Cell { Cell(base: 0x20, width: 1, style: style) }

    /// What stands behind a wide character's left half.
    public static func rightHalf(_ style: Style) -> Cell { Cell(base: 0, width: 0, style: style) }

    public var isRightHalf: Bool { width == 0 }

    /// Adds a combining mark; a third one is dropped, since no terminal in the field stacks them readably.
    public mutating func combine(_ mark: Unicode.Scalar) {
        if firstMark == 0 {
            firstMark = mark.value
        } else if secondMark == 0 {
            secondMark = mark.value
        }
    }

    /// A flag is shown as its country's letters ("DE"), which every terminal draws in the same columns.
    private static func shown(_ value: UInt32) -> UInt32 {
        (0x1F1E6...0x1F1FF).contains(value) ? value - 0x1F1E6 + 0x41 : value
    }

    /// Whether it is one printable character of ASCII, without marks.
    public var isASCII: Bool { base < 0x7F && base >= 0x20 && firstMark == 0 }

    private var isBlank: Bool { base == 0x20 && firstMark == 0 }

    /// The styles to draw a row in. Each change of colours is up to twenty bytes, and of a blank only the background and
    /// lines are seen: blanks go along with the word behind them, and those at the end with the last word.
    public static func fewestStyles(_ row: ArraySlice<Cell>) -> [Style] {
        row.withUnsafeBufferPointer { row in
            [Style](unsafeUninitializedCapacity: row.count) { styles, count in
                var next = row.last { !$0.isBlank }?.style ?? row.last?.style ?? .plain
                for index in row.indices.reversed() {
                    let cell = row[index]
                    if !cell.isBlank || !cell.style.looksSameOnBlanks(next) { next = cell.style }
                    styles.initializeElement(at: index, to: next)
                }
                count = row.count
            }
        }
    }

    /// Its scalars as text; empty for a right half.
    public var text: String {
        var result = String.UnicodeScalarView()
        for value in [base, firstMark, secondMark] where value != 0 {
            if let scalar = Unicode.Scalar(value) { result.append(scalar) }
        }
        return String(result)
    }
}
