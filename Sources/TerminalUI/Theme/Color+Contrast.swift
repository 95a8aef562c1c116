#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Color {
    /// How far two colours stand apart, from 1 (not at all) to 21 (black and white): the contrast ratio of WCAG 2.1
    /// (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio). Nil for the terminal's own colours, which nobody knows:
    /// `default` and the first 16.
    public func contrast(with other: Color) -> Double? {
        guard let one = relativeLuminance, let two = other.relativeLuminance else { return nil }
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// From 0, black, to 1, white (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance).
    private var relativeLuminance: Double? {
        if case .palette(0..<16) = self { return nil }
        guard let (red, green, blue) = rgb else { return nil }
        return 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    private static func linear(_ component: UInt8) -> Double {
        let share = Double(component) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
