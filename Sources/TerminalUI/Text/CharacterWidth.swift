/// How many columns a scalar takes.
public enum CharacterWidth {
    /// 2 for wide and full-width scalars and emoji, 0 for combining marks and for everything that must not reach a
    /// terminal (controls, bidirectional overrides, joiners, variation selectors, unassigned), else 1.
    public static func columns(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x7F ? (scalar.value >= 0x20 ? 1 : 0) : 1
    }

    /// Whether it is drawn over the scalar before it.
    public static func isCombining(_ scalar: Unicode.Scalar) -> Bool { false }

    /// Columns of a whole text, what can't be shown left out.
    public static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }
}
