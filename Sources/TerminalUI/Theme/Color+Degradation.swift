extension Color {
    /// The nearest colour that a terminal of that depth shows; `.terminal` in monochrome.
    public func degraded(to depth: ColorDepth) -> Color {
        switch (self, depth) {
        case (.terminal, _), (_, .monochrome): return .terminal
        case (_, .trueColor): return self
        case (.rgb(let red, let green, let blue), .palette256):
            return .palette(Self.nearestIn256(Components(red: red, green: green, blue: blue)))
        case (.palette, .palette256): return self
        case (.palette(let index), .sixteen) where index < 16: return self
        case (.palette(let index), .eight) where index < 8: return self
        case (.palette(let index), .eight) where index < 16:
            // A bright colour is told from the plain one by its hue no longer, but it keeps its hue.
            return .palette(index == 8 ? 7 : index - 8)
        case (_, .sixteen): return .palette(Self.nearest(to: components, among: Array(0..<16)))
        case (_, .eight): return .palette(Self.nearest(to: components, among: Array(0..<8)))
        }
    }

    /// Red, green and blue as the terminal probably shows them; nil for its own colour, which nobody knows.
    var rgb: (red: UInt8, green: UInt8, blue: UInt8)? {
        guard self != .terminal else { return nil }
        let components = components
        return (UInt8(components.red), UInt8(components.green), UInt8(components.blue))
    }

    private struct Components {
        var red: Int
        var green: Int
        var blue: Int

        init(red: some BinaryInteger, green: some BinaryInteger, blue: some BinaryInteger) {
            self.red = Int(red)
            self.green = Int(green)
            self.blue = Int(blue)
        }

        var hasHue: Bool {
            let most = max(red, green, blue)
            return (most - min(red, green, blue)) * 4 > most
        }

        /// Its hue without the grey in it, as light as it was.
        var pure: Components {
            let least = min(red, green, blue)
            let most = max(red, green, blue)
            let scaled = { (value: Int) in (value - least) * most / max(1, most - least) }
            return Components(red: scaled(red), green: scaled(green), blue: scaled(blue))
        }

        /// The eye tells greens apart best and blues worst, reds better where it is light ("redmean").
        func distance(to other: Components) -> Int {
            let mean = (red + other.red) / 2
            let (red, green, blue) = (red - other.red, green - other.green, blue - other.blue)
            return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
        }
    }

    private var components: Components {
        switch self {
        case .terminal: Components(red: 0, green: 0, blue: 0)
        case .rgb(let red, let green, let blue): Components(red: red, green: green, blue: blue)
        case .palette(let index): Self.paletteComponents(index)
        }
    }

    /// xterm's 16 colours, its 6x6x6 cube and its 24 greys.
    private static func paletteComponents(_ index: UInt8) -> Components {
        switch index {
        case 0..<16:
            let value = xterm16[Int(index)]
            return Components(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
        case 16..<232:
            let cube = Int(index) - 16
            return Components(
                red: cubeLevels[cube / 36], green: cubeLevels[cube / 6 % 6], blue: cubeLevels[cube % 6])
        default:
            let grey = 8 + 10 * (Int(index) - 232)
            return Components(red: grey, green: grey, blue: grey)
        }
    }

    private static let xterm16: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    private static let cubeLevels = [0, 95, 135, 175, 215, 255]

    /// In the cube and the greys: the first 16 colours are the user's own, and may be anything.
    private static func nearestIn256(_ color: Components) -> UInt8 {
        let level = { (value: Int) in
            cubeLevels.indices.min { abs(cubeLevels[$0] - value) < abs(cubeLevels[$1] - value) } ?? 0
        }
        let cube = UInt8(16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue))
        let mean = (color.red + color.green + color.blue) / 3
        let grey = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
        let cubeDistance = paletteComponents(cube).distance(to: color)
        return paletteComponents(grey).distance(to: color) < cubeDistance ? grey : cube
    }

    /// What has a hue keeps one: a soft green is nearer to grey than to a loud green, but means green.
    private static func nearest(to color: Components, among indices: [UInt8]) -> UInt8 {
        let candidates = indices.filter { paletteComponents($0).hasHue == color.hasHue }
        let color = color.hasHue ? color.pure : color
        return candidates.min {
            paletteComponents($0).distance(to: color) < paletteComponents($1).distance(to: color)
        } ?? 0
    }
}

extension Style {
    /// This style in the colours that a terminal of that depth shows.
    public func degraded(to depth: ColorDepth) -> Style {
        Style(
            foreground: foreground.degraded(to: depth), background: background.degraded(to: depth),
            attributes: attributes)
    }
}
