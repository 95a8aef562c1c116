/// Bytes from a terminal made into events. A pure state machine: it never waits, but says when it would have to.
///
/// Whoever reads the terminal feeds it what arrives, and while `isWaiting` calls `timeout()` after every 25 ms in which
/// nothing does. What isn't understood is swallowed whole, so that no reply of a terminal and no odd key is ever taken
/// for typed text.
public struct InputDecoder: Sendable {
    private var state = State.ground
    private var patience = 0
    /// The last timeout took an ESC for the key.
    private var escapeWasResolved = false

    private enum State: Sendable {
        case ground
        case utf8(bytes: [UInt8], missing: Int)
        /// After ESC, or after ESC ESC.
        case escape(twice: Bool)
        /// After `ESC [`: the bytes so far.
        case controlSequence([UInt8], alt: Bool)
        /// After `ESC [ M`: three bytes of an old mouse report.
        case oldMouse([UInt8])
        /// After `ESC O`.
        case singleShift([UInt8], alt: Bool)
        /// In a reply that ends with BEL or ESC \ (OSC, DCS, APC, PM, SOS): how it began, and whether more came.
        case string(introducer: UInt8, isEmpty: Bool, sawEscape: Bool)
        case paste(PasteCollector)
    }

    public init() {}

    /// Whether it holds something that may go on or may be all: a lone ESC, a sequence or paste that isn't complete.
    public var isWaiting: Bool {
        if case .ground = state { false } else { true }
    }

    /// Takes bytes in, cut anywhere.
    /// - Returns: the events that are complete with them.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        let bytes = Array(bytes)
        var events: [InputEvent] = []
        resumeLateSequence(bytes)
        patience = 0
        for byte in bytes { take(byte, &events) }
        return events
    }

    /// Says that nothing has come for 25 ms.
    ///
    /// A lone ESC is the key at once. What has begun beyond doubt may be late on a slow line, and its rest would be
    /// taken for typed keys: it gets more time. `isWaiting` stays true until it is given up.
    public mutating func timeout() -> [InputEvent] {
        patience += 1
        guard patience >= timeoutsToWait else { return [] }
        defer {
            state = .ground
            patience = 0
        }
        switch state {
        case .ground, .utf8, .oldMouse: return []
        case .escape(let twice):
            escapeWasResolved = true
            return Array(repeating: .key(Key(.escape)), count: twice ? 2 : 1)
        case .controlSequence(let bytes, _): return bytes.isEmpty ? [alt("[")] : []
        case .singleShift(let bytes, _): return bytes.isEmpty ? [alt("O")] : []
        case .string(let introducer, let isEmpty, _):
            return isEmpty ? [alt(Character(Unicode.Scalar(introducer)))] : []
        case .paste(let paste): return [.paste(paste.text)]
        }
    }

    /// 25 ms each.
    private var timeoutsToWait: Int {
        switch state {
        case .ground, .escape: 1
        case .utf8, .controlSequence, .oldMouse, .singleShift, .string: 8
        case .paste: 80
        }
    }

    /// `[B` in one piece right after an ESC that was taken for the key is the rest of an arrow that came late, not
    /// typed: nobody types as fast.
    private mutating func resumeLateSequence(_ bytes: [UInt8]) {
        guard escapeWasResolved, let first = bytes.first else { return }
        escapeWasResolved = false
        if bytes.count > 1, first == UInt8(ascii: "[") || first == UInt8(ascii: "O") { state = .escape(twice: false) }
    }

    private func alt(_ character: Character) -> InputEvent { .key(Key(.character(character), .alt)) }
}

// MARK: - One byte

extension InputDecoder {
    private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: takeInGround(byte, [], &events)
        case .utf8(let bytes, let missing): takeInCharacter(byte, bytes, missing, &events)
        case .escape(let twice): takeAfterEscape(byte, twice, &events)
        case .controlSequence(let bytes, let alt): takeInControlSequence(byte, bytes, alt, &events)
        case .singleShift(let bytes, let alt): takeInSingleShift(byte, bytes, alt, &events)
        case .oldMouse(let bytes): takeInOldMouse(byte, bytes, &events)
        case .string(let introducer, _, let sawEscape): takeInString(byte, introducer, sawEscape, &events)
        case .paste(var paste):
            // Moved out and back, so that the collected bytes aren't copied for each byte.
            state = .ground
            if paste.take(byte) {
                events.append(.paste(paste.text))
            } else {
                state = .paste(paste)
            }
        }
    }

    private mutating func takeInGround(_ byte: UInt8, _ modifiers: Key.Modifiers, _ events: inout [InputEvent]) {
        state = .ground
        switch byte {
        case 0x1B: state = .escape(twice: false)
        case 0xC2...0xDF: state = .utf8(bytes: [byte], missing: 1)
        case 0xE0...0xEF: state = .utf8(bytes: [byte], missing: 2)
        case 0xF0...0xF4: state = .utf8(bytes: [byte], missing: 3)
        default:
            if let key = Key(byte: byte, modifiers) { events.append(.key(key)) }
        }
    }

    /// What isn't UTF-8 is dropped; a byte that can't go on begins anew.
    private mutating func takeInCharacter(
        _ byte: UInt8, _ bytes: [UInt8], _ missing: Int, _ events: inout [InputEvent]
    ) {
        guard (0x80...0xBF).contains(byte) else { return takeInGround(byte, [], &events) }
        let bytes = bytes + [byte]
        if missing > 1 {
            state = .utf8(bytes: bytes, missing: missing - 1)
            return
        }
        state = .ground
        // The first byte is an ESC that made it Alt and the character.
        let isAlt = bytes.first == 0x1B
        guard let text = String(validating: isAlt ? bytes.dropFirst() : bytes[...], as: UTF8.self),
            let character = text.first
        else { return }
        events.append(.key(Key(.character(character), isAlt ? .alt : [])))
    }

    private mutating func takeAfterEscape(_ byte: UInt8, _ twice: Bool, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1B:
            if twice { events.append(.key(Key(.escape))) }
            state = .escape(twice: true)
            return
        case UInt8(ascii: "["):
            state = .controlSequence([], alt: twice)
            return
        case UInt8(ascii: "O"):
            state = .singleShift([], alt: twice)
            return
        default: break
        }
        // Only a sequence can be held with Alt by a second ESC; before anything else it was the key.
        if twice { events.append(.key(Key(.escape))) }
        switch byte {
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .string(introducer: byte, isEmpty: true, sawEscape: false)
        case 0xC2...0xDF: state = .utf8(bytes: [0x1B, byte], missing: 1)
        case 0xE0...0xEF: state = .utf8(bytes: [0x1B, byte], missing: 2)
        case 0xF0...0xF4: state = .utf8(bytes: [0x1B, byte], missing: 3)
        default: takeInGround(byte, .alt, &events)
        }
    }

    private mutating func takeInControlSequence(
        _ byte: UInt8, _ bytes: [UInt8], _ alt: Bool, _ events: inout [InputEvent]
    ) {
        // A control character ends what it interrupts, and counts itself.
        guard byte >= 0x20, byte < 0x7F else { return takeInGround(byte, [], &events) }
        var sequence = ControlSequence(bytes: bytes)
        guard sequence.take(byte) else {
            // Beyond any length that means something only the end is looked for.
            state = .controlSequence(sequence.bytes.count > ControlSequence.longest ? bytes : sequence.bytes, alt: alt)
            return
        }
        state = .ground
        switch sequence.meaning {
        case .key(let key): events.append(.key(alt ? Key(key.code, key.modifiers.union(.alt)) : key))
        case .event(let event): events.append(event)
        case .pasteStart: state = .paste(PasteCollector())
        case .oldMouse: state = .oldMouse([])
        case nil: break
        }
    }

    private mutating func takeInSingleShift(
        _ byte: UInt8, _ bytes: [UInt8], _ alt: Bool, _ events: inout [InputEvent]
    ) {
        guard byte >= 0x20, byte < 0x7F else { return takeInGround(byte, [], &events) }
        if (0x30...0x3B).contains(byte), bytes.count < 8 {
            state = .singleShift(bytes + [byte], alt: alt)
            return
        }
        state = .ground
        guard let key = Key(singleShift: byte, parameters: ControlSequence.numbers(bytes)) else { return }
        events.append(.key(alt ? Key(key.code, key.modifiers.union(.alt)) : key))
    }

    private mutating func takeInOldMouse(_ byte: UInt8, _ bytes: [UInt8], _ events: inout [InputEvent]) {
        guard bytes.count == 2 else {
            state = .oldMouse(bytes + [byte])
            return
        }
        state = .ground
        if let mouse = Mouse(oldReport: bytes + [byte]) { events.append(.mouse(mouse)) }
    }

    private mutating func takeInString(
        _ byte: UInt8, _ introducer: UInt8, _ sawEscape: Bool, _ events: inout [InputEvent]
    ) {
        switch byte {
        case 0x07: state = .ground
        case UInt8(ascii: "\\") where sawEscape: state = .ground
        case 0x1B: state = .string(introducer: introducer, isEmpty: false, sawEscape: true)
        // An ESC that isn't the end begins something else.
        case _ where sawEscape: takeAfterEscape(byte, false, &events)
        default: state = .string(introducer: introducer, isEmpty: false, sawEscape: false)
        }
    }
}
