internal import CNcurses
internal import TerminalUI

/// How ncurses draws each style: its attributes and its pair of colours.
///
/// ncurses knows colours only as numbered pairs, of which a terminal may have few (64 on the Linux console). Pairs are
/// given out as styles turn up; when there are no more, those of styles that the frame at hand doesn't use are given
/// out anew. What still gets none is drawn in the terminal's own colours with its attributes.
struct Renditions {
    struct Rendition {
        var attributes: attr_t
        var pair: Int32
    }

    private struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    private let depth: ColorDepth
    /// Whether -1 stands for the terminal's own colours.
    private let hasTerminalColors: Bool
    /// One more than the highest pair.
    private let limit: Int32
    private var known: [Style: Rendition] = [:]
    private var pairs: [Colors: Int32] = [:]
    private var unused: [Int32] = []
    private var next: Int32 = 1

    init(depth: ColorDepth, pairs limit: Int, hasTerminalColors: Bool) {
        self.depth = depth
        self.limit = Int32(clamping: limit)
        self.hasTerminalColors = hasTerminalColors
    }

    /// The rendition of a style within a frame, which tells which pairs are needed.
    mutating func rendition(of style: Style, in frame: Frame) -> Rendition {
        if let known = known[style] { return known }
        let colors = colors(of: style)
        var rendition = Rendition(attributes: Self.attributes(style.attributes), pair: 0)
        if let colors {
            if let pair = pair(colors) {
                rendition.pair = pair
            } else {
                release(except: Set(frame.grid.cells.lazy.map(\.style)))
                rendition.pair = pair(colors) ?? 0
            }
        }
        known[style] = rendition
        return rendition
    }

    /// Nil for the terminal's own colours.
    private func colors(of style: Style) -> Colors? {
        guard depth > .monochrome else { return nil }
        let foreground = number(style.foreground, terminal: 7)
        let background = number(style.background, terminal: 0)
        if style.foreground == .terminal, style.background == .terminal { return nil }
        return Colors(foreground: foreground, background: background)
    }

    private func number(_ color: Color, terminal: Int32) -> Int32 {
        switch color.degraded(to: depth) {
        case .terminal: hasTerminalColors ? -1 : terminal
        case .palette(let index): Int32(index)
        case .rgb(let red, let green, let blue): DirectColorDescription.number(red: red, green: green, blue: blue)
        }
    }

    /// Nil when there are no more.
    private mutating func pair(_ colors: Colors) -> Int32? {
        if let pair = pairs[colors] { return pair }
        guard let pair = unused.popLast() ?? (next < limit ? next : nil) else { return nil }
        if pair == next { next += 1 }
        guard ncurses_define_pair(pair, colors.foreground, colors.background) else { return nil }
        pairs[colors] = pair
        return pair
    }

    private mutating func release(except needed: Set<Style>) {
        known = known.filter { needed.contains($0.key) }
        let kept = Set(needed.compactMap(colors))
        unused += pairs.filter { !kept.contains($0.key) }.values
        pairs = pairs.filter { kept.contains($0.key) }
    }

    private static func attributes(_ attributes: Style.Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= ncurses_attribute_bold() }
        if attributes.contains(.dim) { result |= ncurses_attribute_dim() }
        if attributes.contains(.italic) { result |= ncurses_attribute_italic() }
        if attributes.contains(.underline) { result |= ncurses_attribute_underline() }
        if attributes.contains(.reverse) { result |= ncurses_attribute_reverse() }
        return result
    }
}
