/// A span of time as it is typed: `90`, `90s`, `10m`, `2h`, `1d`.
struct Seconds: Hashable, Sendable, CustomStringConvertible {
    var value: Double

    init(_ value: Double) { self.value = value }

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        let unit = argument.last.flatMap { units[$0] }
        let digits = unit == nil ? argument[...] : argument.dropLast()
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else { return nil }
        value = Double(number) * (unit ?? 1)
    }

    /// For a command line.
    static func named(_ argument: String) throws -> Seconds {
        guard let seconds = Seconds(argument: argument) else {
            throw Complaint.usage("give a time such as 90s, 10m, 2h or 1d")
        }
        return seconds
    }

    var description: String {
        value.truncatingRemainder(dividingBy: 60) == 0 ? "\(Int(value / 60))m" : "\(Int(value))s"
    }

    var duration: Duration { .seconds(value) }
}
