/// How many columns a scalar takes, as terminals with glibc's `wcwidth` count.
public enum CharacterWidth {
    /// 2 for wide and full-width scalars and emoji, 0 for combining marks and for everything that must not reach a
    /// terminal (controls, bidirectional overrides, joiners, variation selectors, unassigned), else 1.
    ///
    /// A regional indicator counts 1: `Cell` shows the letter it stands for, since terminals don't agree how wide a
    /// flag is, least of all half of one.
    public static func columns(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value >= 0x20 ? 1 : 0 }
        return switch widthClass(value) {
        case .hidden, .combining: 0
        case .narrow: 1
        case .wide: 2
        }
    }

    /// Whether it is drawn over the scalar before it.
    public static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        // The first combining mark is U+0300.
        scalar.value >= 0x300 && widthClass(scalar.value) == .combining
    }

    /// Columns of a whole text, what can't be shown left out. Linear in the text: cut what may be huge first
    /// (`SafeText.line`).
    public static func columns(_ text: some StringProtocol) -> Int {
        columns(string: String(text))
    }

    /// Not generic, so that callers in other modules run it compiled for `String`.
    private static func columns(string: String) -> Int {
        let utf8 = string.utf8
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        return string.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// The values stand in the table.
    private enum Class: UInt32 {
        case hidden, narrow, wide, combining
    }

    /// Binary search for the last run that begins at or before the scalar.
    private static func widthClass(_ value: UInt32) -> Class {
        // All of Latin, but for the C1 controls and the soft hyphen, is narrow.
        if value >= 0xA0, value < 0x300 { return value == 0xAD ? .hidden : .narrow }
        // So are the lines and blocks that frames are made of.
        if value >= 0x2500, value < 0x25FD { return .narrow }
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle] >> 2 <= value { low = middle } else { high = middle }
        }
        return Class(rawValue: runs[low] & 3) ?? .hidden
    }
}
