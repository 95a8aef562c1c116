internal import CNcurses

/// A terminal's description, changed so that ncurses can send 24-bit colours.
///
/// ncurses shows red, green and blue only for descriptions that say so, such as `xterm-direct`, which a plain Debian
/// lacks. And it must neither redefine nor reset the user's palette, which outlives the program. So the
/// loaded description is compiled again with other colour strings and handed over in `TERMINFO` (see terminfo(5),
/// "hex:"); nothing is written to a disk.
///
/// Colours 0–255 stay the palette's; 256 and above are red, green and blue in 24 bits.
struct DirectColorDescription {
    private static let red = "%p1%{65536}%/%d"
    private static let green = "%p1%{256}%/%{255}%&%d"
    private static let blue = "%p1%{255}%&%d"

    static let colors: Int32 = 0x100_0000
    private static let pairs: Int32 = 0x1_0000

    private static func setColor(_ digit: Int) -> String {
        "\u{1B}[%?%p1%{8}%<%t\(digit)%p1%d%e%p1%{256}%<%t\(digit)8;5;%p1%d%e\(digit)8;2;\(red);\(green);\(blue)%;m"
    }

    /// A colour's number in this description. The darkest 256 blues would be taken for the palette's colours, so
    /// they get the faintest touch of green.
    static func number(red: UInt8, green: UInt8, blue: UInt8) -> Int32 {
        let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
        return number < 256 ? number | 0x100 : number
    }

    /// The value for `TERMINFO` that describes the loaded terminal under its name with 24-bit colours.
    static func environmentValue(name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = compiled(name: name)
        var text = Array("hex:".utf8)
        text.reserveCapacity(4 + bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The compiled form: see term(5), "extended number format" and "extended storage format".
    static func compiled(name: String) -> [UInt8] {
        let flags = (0..<terminfo_boolean_count()).map { index -> UInt8 in
            let capability = String(cString: terminfo_boolean_name(index))
            return capability != "ccc" && terminfo_flag(capability) ? 1 : 0
        }
        let numbers = (0..<terminfo_number_count()).map { index -> Int32 in
            switch String(cString: terminfo_number_name(index)) {
            case "colors": colors
            case "pairs": pairs
            case let capability: terminfo_number(capability)
            }
        }
        let strings = (0..<terminfo_string_count()).map { index -> [UInt8]? in
            switch String(cString: terminfo_string_name(index)) {
            case "setaf": Array(setColor(3).utf8)
            case "setab": Array(setColor(4).utf8)
            case "setf", "setb", "initc", "initp", "oc": nil
            case let capability: Terminfo.string(capability)
            }
        }
        return assemble(name: name, flags: flags, numbers: numbers, strings: strings)
    }

    private static func assemble(name: String, flags: [UInt8], numbers: [Int32], strings: [[UInt8]?]) -> [UInt8] {
        var offsets: [Int16] = []
        var table: [UInt8] = []
        for string in strings {
            offsets.append(string == nil ? -1 : Int16(truncatingIfNeeded: table.count))
            if let string { table += string + [0] }
        }
        let names = Array(name.utf8) + Array("|24-bit colours".utf8) + [0]
        var entry = Entry()
        let magic: Int16 = 0o1036
        entry.append([magic] + [names, flags].map { Int16($0.count) })
        entry.append([numbers.count, offsets.count, table.count].map { Int16(truncatingIfNeeded: $0) })
        entry.append(names + flags)
        entry.align()
        entry.append(numbers)
        entry.append(offsets)
        entry.append(table)
        entry.align()
        // The one extended capability: a flag, RGB. Counts of flags, numbers and strings, of texts in the table, and
        // the table's size.
        let label = Array("RGB".utf8) + [0]
        entry.append([1, 0, 0, 1, Int16(label.count)])
        entry.append([UInt8(1)])
        entry.align()
        entry.append([Int16(0)])
        entry.append(label)
        return entry.bytes
    }

    /// Little-endian throughout, on every machine.
    private struct Entry {
        var bytes: [UInt8] = []

        mutating func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
            for number in numbers {
                withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }

        mutating func align() {
            if !bytes.count.isMultiple(of: 2) { bytes.append(0) }
        }
    }
}
