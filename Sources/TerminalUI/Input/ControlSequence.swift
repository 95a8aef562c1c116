/// What follows `ESC [`, byte by byte, and what it means.
struct ControlSequence {
    enum Meaning: Equatable {
        case key(Key)
        case event(InputEvent)
        case pasteStart
        /// Three more bytes belong to it.
        case oldMouse
    }

    /// More than any sequence that means something.
    static let longest = 64

    private(set) var bytes: [UInt8]

    /// Takes one more byte of the sequence, which must be printable ASCII.
    /// - Returns: whether it is complete.
    mutating func take(_ byte: UInt8) -> Bool {
        let isFirst = bytes.isEmpty
        // The Linux console sends `ESC [[A` for F1.
        let isLinux = bytes == [UInt8(ascii: "[")]
        // rxvt ends keys held with Shift in `$`, which elsewhere stands before the end.
        let isShifted = byte == UInt8(ascii: "$") && !isFirst && bytes.allSatisfy { (0x30...0x39).contains($0) }
        bytes.append(byte)
        if isFirst, byte == UInt8(ascii: "[") { return false }
        return isLinux || isShifted || (0x40...0x7E).contains(byte)
    }

    /// Nil for what is to be swallowed.
    var meaning: Meaning? {
        guard let final = bytes.last, bytes.count <= Self.longest else { return nil }
        let body = bytes.dropLast()
        if body.first == UInt8(ascii: "[") { return Key(linuxConsole: final).map(Meaning.key) }
        if body.first == UInt8(ascii: "<") { return mouse(body.dropFirst(), final) }
        guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        let numbers = Self.numbers(body)
        switch final {
        case UInt8(ascii: "~"): return tilde(numbers)
        case UInt8(ascii: "u"): return Key(kitty: Self.fields(body)).map(Meaning.key)
        case UInt8(ascii: "M") where body.isEmpty: return .oldMouse
        case UInt8(ascii: "I") where body.isEmpty: return .event(.focusGained)
        case UInt8(ascii: "O") where body.isEmpty: return .event(.focusLost)
        case UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"): return rxvt(numbers, final)
        default: return Key(controlSequence: final, parameters: numbers).map(Meaning.key)
        }
    }

    private func tilde(_ numbers: [Int]) -> Meaning? {
        switch numbers.first {
        case 200: return .pasteStart
        // modifyOtherKeys: `ESC [ 27 ; modifiers ; code ~`
        case 27 where numbers.count == 3:
            return Key(codePoint: numbers[2], Key.Modifiers(parameter: numbers[1])).map(Meaning.key)
        case let number?:
            return Key.Code(tilde: number)
                .map { .key(Key($0, Key.Modifiers(parameter: numbers.count > 1 ? numbers[1] : 1))) }
        case nil: return nil
        }
    }

    private func rxvt(_ numbers: [Int], _ final: UInt8) -> Meaning? {
        guard numbers.count == 1, let code = Key.Code(tilde: numbers[0]) else { return nil }
        let modifiers: Key.Modifiers =
            switch final {
            case UInt8(ascii: "$"): .shift
            case UInt8(ascii: "^"): .control
            default: [.control, .shift]
            }
        return .key(Key(code, modifiers))
    }

    private func mouse(_ body: ArraySlice<UInt8>, _ final: UInt8) -> Meaning? {
        let numbers = Self.numbers(body)
        guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        return Mouse(
            button: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m")
        ).map { .event(.mouse($0)) }
    }

    /// The numbers between semicolons, 0 where there is none; what follows a colon is left out.
    static func numbers(_ bytes: some Collection<UInt8>) -> [Int] { fields(bytes).map { $0.first ?? 0 } }

    /// The numbers between semicolons, and in each those between colons. Bounded, so that none overflows.
    private static func fields(_ bytes: some Collection<UInt8>) -> [[Int]] {
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
                digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 9_999_999) }
            }
        }
    }
}
