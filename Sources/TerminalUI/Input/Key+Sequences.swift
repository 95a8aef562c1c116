// What the sequences of xterm, the VT220, rxvt, the Linux console and kitty say about keys.

extension Key {
    /// A single byte that isn't the start of anything; nil for what no key sends.
    init?(byte: UInt8, _ modifiers: Modifiers = []) {
        switch byte {
        case 0x0D, 0x0A: self.init(.enter, modifiers)
        case 0x09: self.init(.tab, modifiers)
        case 0x08, 0x7F: self.init(.backspace, modifiers)
        case 0x00: self.init(.character(" "), modifiers.union(.control))
        // Control clears three bits of the letter.
        case 0x01...0x1A: self.init(.character(Character(Unicode.Scalar(byte | 0x60))), modifiers.union(.control))
        // Control with \ ] ^ _
        case 0x1C...0x1F: self.init(.character(Character(Unicode.Scalar(byte | 0x40))), modifiers.union(.control))
        case 0x20...0x7E: self.init(.character(Character(Unicode.Scalar(byte))), modifiers)
        default: return nil
        }
    }

    /// `ESC [ … final`, but for those that end in `~` or `u`.
    init?(controlSequence final: UInt8, parameters: [Int]) {
        let held = Modifiers(parameter: parameters.count > 1 ? parameters[1] : 1)
        switch final {
        case UInt8(ascii: "Z"): self.init(.tab, held.union(.shift))
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            // rxvt: held with Shift.
            guard let code = Code(arrow: final - 0x20) else { return nil }
            self.init(code, .shift)
        case UInt8(ascii: "R") where parameters.first != 1 || parameters.count != 2:
            // Where the cursor is, unless it reads as F3 with something held.
            return nil
        default:
            guard let code = Code(arrow: final) ?? Code(programmable: final) else { return nil }
            self.init(code, held)
        }
    }

    /// `ESC O … final`, as in application mode; some terminals put what is held down before the letter.
    init?(singleShift final: UInt8, parameters: [Int]) {
        let held = Modifiers(parameter: parameters.last ?? 1)
        switch final {
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            // rxvt: held with Control.
            guard let code = Code(arrow: final - 0x20) else { return nil }
            self.init(code, .control)
        case UInt8(ascii: "M"): self.init(.enter, held)
        // The keypad: * + , - . / and digits
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            self.init(.character(Character(Unicode.Scalar(final - 0x40))), held)
        case UInt8(ascii: "X"): self.init(.character("="), held)
        default:
            guard let code = Code(arrow: final) ?? Code(programmable: final) else { return nil }
            self.init(code, held)
        }
    }

    /// `ESC [[ A` to `ESC [[ E`: F1 to F5.
    init?(linuxConsole final: UInt8) {
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return nil }
        self.init(.function(Int(final - 0x40)))
    }

    /// `ESC [ code : … ; modifiers : event u`, as kitty and others send where they are asked to.
    init?(kitty fields: [[Int]]) {
        guard let code = fields.first?.first else { return nil }
        let modifiers = fields.count > 1 ? fields[1] : [1]
        // A key let go is no key.
        guard modifiers.count < 2 || modifiers[1] != 3 else { return nil }
        self.init(codePoint: code, Modifiers(parameter: modifiers.first ?? 1))
    }

    /// A character by its number, with what is held down.
    init?(codePoint: Int, _ modifiers: Modifiers) {
        switch codePoint {
        case 27: self.init(.escape, modifiers)
        case 0x0D, 0x0A: self.init(.enter, modifiers)
        case 0x09: self.init(.tab, modifiers)
        case 0x08, 0x7F: self.init(.backspace, modifiers)
        default:
            guard let scalar = Unicode.Scalar(UInt32(codePoint)), CharacterWidth.columns(scalar) > 0 else { return nil }
            self = Self.normal(.character(Character(scalar)), modifiers)
        }
    }
}

extension Key.Code {
    init?(arrow final: UInt8) {
        switch final {
        case UInt8(ascii: "A"): self = .up
        case UInt8(ascii: "B"): self = .down
        case UInt8(ascii: "C"): self = .right
        case UInt8(ascii: "D"): self = .left
        case UInt8(ascii: "H"): self = .home
        case UInt8(ascii: "F"): self = .end
        default: return nil
        }
    }

    /// F1 to F4, which the VT100 called PF1 to PF4.
    init?(programmable final: UInt8) {
        guard (UInt8(ascii: "P")...UInt8(ascii: "S")).contains(final) else { return nil }
        self = .function(Int(final - UInt8(ascii: "P")) + 1)
    }

    /// `ESC [ number ~`. The numbers of function keys have gaps where the VT220's keyboard had.
    init?(tilde number: Int) {
        switch number {
        case 1, 7: self = .home
        case 2: self = .insert
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        case 11...15: self = .function(number - 10)
        case 17...21: self = .function(number - 11)
        case 23...26: self = .function(number - 12)
        case 28, 29: self = .function(number - 13)
        case 31...34: self = .function(number - 14)
        default: return nil
        }
    }
}

extension Key.Modifiers {
    /// xterm's number: one more than the sum of Shift 1, Alt 2, Control 4 and Meta 8, which counts as Alt.
    init(parameter: Int) {
        let bits = max(0, parameter - 1)
        self = []
        if bits & 1 != 0 { insert(.shift) }
        if bits & 0b1010 != 0 { insert(.alt) }
        if bits & 4 != 0 { insert(.control) }
    }
}

extension Mouse {
    /// An SGR report, counted from 1. Nil for what isn't the left button or the wheel: nothing is done with it.
    init?(button: Int, column: Int, row: Int, isRelease: Bool) {
        var modifiers: Key.Modifiers = []
        if button & 4 != 0 { modifiers.insert(.shift) }
        if button & 8 != 0 { modifiers.insert(.alt) }
        if button & 16 != 0 { modifiers.insert(.control) }
        let kind: Kind
        switch (button & ~0b11100, isRelease) {
        case (0, false): kind = .press
        case (0, true): kind = .release
        case (32, false): kind = .drag
        case (64, false): kind = .wheelUp
        case (65, false): kind = .wheelDown
        default: return nil
        }
        self.init(kind, at: Position(column: max(0, column - 1), row: max(0, row - 1)), modifiers: modifiers)
    }

    /// An X10 report: button, column and row, each 32 more; 3 as the button is any release.
    init?(oldReport bytes: [UInt8]) {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
        let button = Int(bytes[0]) - 32
        let isRelease = button & ~0b11100 == 3
        self.init(
            button: isRelease ? button & ~3 : button, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32,
            isRelease: isRelease)
    }
}
