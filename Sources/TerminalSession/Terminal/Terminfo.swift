internal import CNcurses
internal import TerminalUI

/// The loaded terminal description.
enum Terminfo {
    /// A capability's bytes, its delays (`$<5>`) left in; nil where the terminal has none.
    static func string(_ capability: String) -> [UInt8]? {
        guard var next = terminfo_string(capability) else { return nil }
        // Not by way of String, which would mend the 8-bit sequences that some descriptions have.
        var bytes: [UInt8] = []
        while next.pointee != 0 {
            bytes.append(UInt8(bitPattern: next.pointee))
            next += 1
        }
        return bytes
    }

    /// Forgets what `TerminalDescription` loaded.
    static func unload() { terminfo_unload() }

    /// A capability's bytes as they go to the terminal.
    static func plain(_ capability: String) -> [UInt8] {
        var result: [UInt8] = []
        var rest = string(capability)?[...] ?? []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
            } else {
                result.append(byte)
            }
        }
        return result
    }
}

/// What a description says that matters here.
struct TerminalDescription {
    /// The name under which ncurses finds it; another than `TERM` where that one is missing.
    var name: String
    var colors: ColorCapability
    private var resetsPalette: Bool
    /// Whether it understands ANSI's control sequences, so that one that it doesn't know does no harm.
    var isANSI: Bool
    /// Plain attributes, the cursor shown, the main screen.
    var leave: [UInt8]

    /// Loads the description of `TERM`.
    init(term: String?) throws(TerminalError) {
        guard let term, !term.isEmpty else { throw .unnamedTerminal }
        if terminfo_load(term) {
            name = term
        } else if let substitute = KnownTerminals.substitute(for: term), terminfo_load(substitute) {
            name = substitute
        } else {
            throw .unknownTerminal(term)
        }
        guard let move = Terminfo.string("cup"), !terminfo_flag("gn"), !terminfo_flag("hc") else {
            terminfo_unload()
            throw .unsuitableTerminal(term)
        }
        colors = ColorCapability(count: Int(terminfo_number("colors")), isDirect: terminfo_flag("RGB"))
        if Terminfo.string("setaf") == nil { colors.count = 0 }
        resetsPalette = Terminfo.string("oc") != nil
        isANSI = move.starts(with: "\u{1B}[".utf8)
        leave = ["sgr0", "op", "cnorm", "rmcup"].flatMap(Terminfo.plain)
        if Terminfo.string("rmcup") == nil { leave += "\r\n".utf8 }
    }

    /// Whether ncurses can draw this depth with the description as it is. Not if it can reset the palette: ncurses
    /// does that each time it comes back, and with it goes what the user has set up.
    func covers(_ depth: ColorDepth) -> Bool { colors.count <= 256 && depth <= colors.depth && !resetsPalette }
}
