import TestSupport
import Testing

@testable import TerminalUI

struct InputDecoderTests {
    private static let escape = "\u{1B}"

    /// Everything a terminal may send for one key, mouse event or paste.
    static let table: [(bytes: String, events: [InputEvent])] = [
        ("a", [.key(Key("a"))]),
        ("B", [.key(Key("B"))]),
        (" ", [.key(Key(" "))]),
        ("é", [.key(Key("é"))]),
        ("日", [.key(Key("日"))]),
        ("🚀", [.key(Key("🚀"))]),
        ("\r", [.key(Key(.enter))]),
        ("\n", [.key(Key(.enter))]),
        ("\t", [.key(Key(.tab))]),
        ("\u{7F}", [.key(Key(.backspace))]),
        ("\u{08}", [.key(Key(.backspace))]),
        ("\u{00}", [.key(.control(" "))]),
        ("\u{01}", [.key(.control("a"))]),
        ("\u{03}", [.key(.control("c"))]),
        ("\u{1A}", [.key(.control("z"))]),
        ("\u{1C}", [.key(.control("\\"))]),
        ("\u{1F}", [.key(.control("_"))]),
        // Arrows, in normal and application mode, held with something, from rxvt, and with Alt as a second ESC
        ("\(escape)[A", [.key(Key(.up))]),
        ("\(escape)[B", [.key(Key(.down))]),
        ("\(escape)[C", [.key(Key(.right))]),
        ("\(escape)[D", [.key(Key(.left))]),
        ("\(escape)OA", [.key(Key(.up))]),
        ("\(escape)OB", [.key(Key(.down))]),
        ("\(escape)[1;2A", [.key(Key(.up, .shift))]),
        ("\(escape)[1;3B", [.key(Key(.down, .alt))]),
        ("\(escape)[1;5C", [.key(Key(.right, .control))]),
        ("\(escape)[1;6D", [.key(Key(.left, [.control, .shift]))]),
        ("\(escape)[a", [.key(Key(.up, .shift))]),
        ("\(escape)Ob", [.key(Key(.down, .control))]),
        ("\(escape)O5A", [.key(Key(.up, .control))]),
        ("\(escape)\(escape)[A", [.key(Key(.up, .alt))]),
        ("\(escape)\(escape)OB", [.key(Key(.down, .alt))]),
        // Home, End and what stands around them
        ("\(escape)[H", [.key(Key(.home))]),
        ("\(escape)[F", [.key(Key(.end))]),
        ("\(escape)OH", [.key(Key(.home))]),
        ("\(escape)OF", [.key(Key(.end))]),
        ("\(escape)[1~", [.key(Key(.home))]),
        ("\(escape)[2~", [.key(Key(.insert))]),
        ("\(escape)[3~", [.key(Key(.delete))]),
        ("\(escape)[4~", [.key(Key(.end))]),
        ("\(escape)[5~", [.key(Key(.pageUp))]),
        ("\(escape)[6~", [.key(Key(.pageDown))]),
        ("\(escape)[7~", [.key(Key(.home))]),
        ("\(escape)[8~", [.key(Key(.end))]),
        ("\(escape)[3;5~", [.key(Key(.delete, .control))]),
        ("\(escape)[5$", [.key(Key(.pageUp, .shift))]),
        ("\(escape)[6^", [.key(Key(.pageDown, .control))]),
        ("\(escape)[7@", [.key(Key(.home, [.control, .shift]))]),
        ("\(escape)[1;5H", [.key(Key(.home, .control))]),
        // Function keys
        ("\(escape)OP", [.key(Key(.function(1)))]),
        ("\(escape)OS", [.key(Key(.function(4)))]),
        ("\(escape)[11~", [.key(Key(.function(1)))]),
        ("\(escape)[15~", [.key(Key(.function(5)))]),
        ("\(escape)[17~", [.key(Key(.function(6)))]),
        ("\(escape)[21~", [.key(Key(.function(10)))]),
        ("\(escape)[23~", [.key(Key(.function(11)))]),
        ("\(escape)[24~", [.key(Key(.function(12)))]),
        ("\(escape)[[A", [.key(Key(.function(1)))]),
        ("\(escape)[[E", [.key(Key(.function(5)))]),
        ("\(escape)[1;2P", [.key(Key(.function(1), .shift))]),
        ("\(escape)[1;5R", [.key(Key(.function(3), .control))]),
        ("\(escape)[15;3~", [.key(Key(.function(5), .alt))]),
        // Tab backwards, and Alt with whatever there is
        ("\(escape)[Z", [.key(Key(.tab, .shift))]),
        ("\(escape)x", [.key(Key(.character("x"), .alt))]),
        ("\(escape)B", [.key(Key(.character("B"), .alt))]),
        ("\(escape)é", [.key(Key(.character("é"), .alt))]),
        ("\(escape)\r", [.key(Key(.enter, .alt))]),
        ("\(escape)\u{7F}", [.key(Key(.backspace, .alt))]),
        ("\(escape)\u{01}", [.key(Key(.character("a"), [.alt, .control]))]),
        // The keypad in application mode
        ("\(escape)OM", [.key(Key(.enter))]),
        ("\(escape)Ok", [.key(Key("+"))]),
        ("\(escape)Op", [.key(Key("0"))]),
        ("\(escape)Oy", [.key(Key("9"))]),
        // modifyOtherKeys and kitty
        ("\(escape)[27;5;105~", [.key(.control("i"))]),
        ("\(escape)[27;2;63~", [.key(Key("?"))]),
        ("\(escape)[97u", [.key(Key("a"))]),
        ("\(escape)[97;2u", [.key(Key("A"))]),
        ("\(escape)[97;5u", [.key(.control("a"))]),
        ("\(escape)[97:65;6u", [.key(Key(.character("a"), [.control, .shift]))]),
        ("\(escape)[97;1:3u", []),
        ("\(escape)[27u", [.key(Key(.escape))]),
        ("\(escape)[13;2u", [.key(Key(.enter, .shift))]),
        ("\(escape)[57441u", []),
        // The mouse
        ("\(escape)[<0;1;1M", [.mouse(Mouse(.press, at: Position(column: 0, row: 0)))]),
        ("\(escape)[<0;120;40m", [.mouse(Mouse(.release, at: Position(column: 119, row: 39)))]),
        ("\(escape)[<32;5;6M", [.mouse(Mouse(.drag, at: Position(column: 4, row: 5)))]),
        ("\(escape)[<64;5;6M", [.mouse(Mouse(.wheelUp, at: Position(column: 4, row: 5)))]),
        ("\(escape)[<65;5;6M", [.mouse(Mouse(.wheelDown, at: Position(column: 4, row: 5)))]),
        (
            "\(escape)[<16;300;2M",
            [.mouse(Mouse(.press, at: Position(column: 299, row: 1), modifiers: .control))]
        ),
        ("\(escape)[<2;5;6M", []),
        ("\(escape)[<35;5;6M", []),
        ("\(escape)[M !!", [.mouse(Mouse(.press, at: Position(column: 0, row: 0)))]),
        ("\(escape)[M#%&", [.mouse(Mouse(.release, at: Position(column: 4, row: 5)))]),
        ("\(escape)[M`%&", [.mouse(Mouse(.wheelUp, at: Position(column: 4, row: 5)))]),
        // Focus
        ("\(escape)[I", [.focusGained]),
        ("\(escape)[O", [.focusLost]),
        // Pastes
        ("\(escape)[200~hello\nB\(escape)[201~", [.paste("hello\nB")]),
        ("\(escape)[200~\(escape)[201~", [.paste("")]),
        ("\(escape)[200~a\(escape)[20\(escape)[A\(escape)[201~", [.paste("a\(escape)[20\(escape)[A")]),
        ("\(escape)[200~日本\(escape)[201~", [.paste("日本")]),
        ("\(escape)[201~", []),
        // Replies and unknown sequences: swallowed whole
        ("\(escape)[12;40R", []),
        ("\(escape)[?62;1;4c", []),
        ("\(escape)[>0;276;0c", []),
        ("\(escape)[?2026;2$y", []),
        ("\(escape)[4;2$y", []),
        ("\(escape)[99~", []),
        ("\(escape)[1;2;3;4;5;6X", []),
        ("\(escape)]11;rgb:1a1a/1b1b/2626\(escape)\\", []),
        ("\(escape)]52;c;QUJD\u{07}", []),
        ("\(escape)P1+r544e=787465726D\(escape)\\", []),
        ("\(escape)_Gi=31;OK\(escape)\\", []),
        ("\(escape)Oz", []),
    ]

    @Test(arguments: table)
    func everySequenceIsUnderstood(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events)
        #expect(!decoder.isWaiting)
    }

    @Test(arguments: table)
    func itDoesNotMatterWhereASequenceIsCut(bytes: String, events: [InputEvent]) {
        let all = Array(bytes.utf8)
        for cut in all.indices.dropFirst() {
            var decoder = InputDecoder()
            let first = decoder.feed(all[..<cut])
            #expect(decoder.isWaiting, "cut before byte \(cut)")
            #expect(first + decoder.feed(all[cut...]) == events, "cut before byte \(cut)")
        }
        var decoder = InputDecoder()
        #expect(all.flatMap { decoder.feed([$0]) } == events, "byte by byte")
    }

    @Test(arguments: table)
    func whatFollowsASequenceIsUnharmed(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(
            decoder.feed((bytes + "q" + bytes + "\u{1B}[B").utf8) == events + [.key(Key("q"))] + events + [
                .key(Key(.down))
            ])
    }

    @Test func allThatComesAtOnceComesOutInItsOrder() {
        var decoder = InputDecoder()
        let bytes = Self.table.map(\.bytes).joined()
        #expect(decoder.feed(bytes.utf8) == Self.table.flatMap(\.events))
    }

    // MARK: - Time

    @Test func aLoneEscapeIsTheKeyAfterOneTimeout() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.isWaiting)
        #expect(decoder.timeout() == [.key(Key(.escape))])
        #expect(!decoder.isWaiting)
        #expect(decoder.timeout() == [])
    }

    @Test func twoEscapesAreTwoKeys() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B, 0x1B]) == [])
        #expect(decoder.timeout() == [.key(Key(.escape)), .key(Key(.escape))])
        #expect(decoder.feed([0x1B, 0x1B, 0x1B]) == [.key(Key(.escape))])
        #expect(decoder.timeout() == [.key(Key(.escape)), .key(Key(.escape))])
        #expect(decoder.feed("\u{1B}\u{1B}x".utf8) == [.key(Key(.escape)), .key(Key(.character("x"), .alt))])
    }

    @Test func theRestOfAnArrowThatComesLateIsNotTyped() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.timeout() == [.key(Key(.escape))])
        #expect(decoder.feed("[B".utf8) == [.key(Key(.down))])
        // Only right after it.
        #expect(decoder.feed("[B".utf8) == [.key(Key("[")), .key(Key("B"))])
    }

    @Test func aSequenceThatHasBegunGetsMoreTimeThanAKey() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[".utf8) == [])
        #expect(decoder.timeout() == [])
        #expect(decoder.isWaiting)
        #expect(decoder.feed("B".utf8) == [.key(Key(.down))])
    }

    @Test(arguments: ["\u{1B}[1;5", "\u{1B}[<0;1", "\u{1B}O5", "\u{1B}]11;rgb", "\u{1B}P1", "\u{1B}[M!", "\u{1B}[?"])
    func anUnfinishedSequenceIsDroppedInTheEnd(bytes: String) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == [])
        for _ in 0..<8 { #expect(decoder.timeout() == []) }
        #expect(!decoder.isWaiting)
        #expect(decoder.feed("q".utf8) == [.key(Key("q"))])
    }

    @Test(arguments: ["[", "O", "]", "P"] as [Character])
    func altWithWhatBeginsASequenceIsAKeyInTheEnd(character: Character) {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}\(character)".utf8) == [])
        for _ in 0..<7 { #expect(decoder.timeout() == []) }
        #expect(decoder.timeout() == [.key(Key(.character(character), .alt))])
        #expect(!decoder.isWaiting)
    }

    @Test func bytesThatArriveRestoreThePatience() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[1".utf8) == [])
        for _ in 0..<7 { #expect(decoder.timeout() == []) }
        #expect(decoder.feed(";5".utf8) == [])
        for _ in 0..<7 { #expect(decoder.timeout() == []) }
        #expect(decoder.feed("A".utf8) == [.key(Key(.up, .control))])
    }

    @Test func aPasteWithoutAnEndEndsAfterTwoSeconds() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~BTS".utf8) == [])
        for _ in 0..<79 { #expect(decoder.timeout() == []) }
        #expect(decoder.timeout() == [.paste("BTS")])
        #expect(!decoder.isWaiting)
    }

    // MARK: - Bounds and damage

    @Test func aPasteIsKeptUpToAMegabyteAndReadToItsEnd() {
        var decoder = InputDecoder()
        var events = decoder.feed("\u{1B}[200~".utf8)
        let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 19)
        for _ in 0..<3 { events += decoder.feed(block) }
        events += decoder.feed("\u{1B}[201~q".utf8)
        #expect(events.count == 2)
        guard case .paste(let text) = events.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == 1 << 20)
        #expect(events.last == .key(Key("q")))
    }

    @Test func anEndlessSequenceIsSwallowedToItsEnd() {
        var decoder = InputDecoder()
        let parameters = String(repeating: "1;", count: 100_000)
        #expect(decoder.feed("\u{1B}[\(parameters)A".utf8) == [])
        #expect(decoder.feed("\u{1B}[9999999999999999999999;5A".utf8) == [.key(Key(.up, .control))])
        #expect(decoder.feed("q".utf8) == [.key(Key("q"))])
    }

    @Test(
        arguments: [
            [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func whatIsNotUTF8IsDropped(bytes: [UInt8]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes + [UInt8(ascii: "q")]) == [.key(Key("q"))])
        #expect(!decoder.isWaiting)
    }

    @Test func aSequenceThatBreaksOffGivesWayToTheNext() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[1;\u{1B}[A".utf8) == [.key(Key(.up))])
        #expect(decoder.feed("\u{1B}]0;title\u{1B}[A".utf8) == [.key(Key(.up))])
        #expect(decoder.feed("\u{1B}O\u{03}".utf8) == [.key(.control("c"))])
    }

    @Test func noBytesWhateverTheyAreHaltIt() {
        var random = SeededGenerator(seed: 42)
        var decoder = InputDecoder()
        for _ in 0..<2_000 {
            _ = decoder.feed(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
            if Bool.random(using: &random) { _ = decoder.timeout() }
        }
        for _ in 0..<80 { _ = decoder.timeout() }
        #expect(!decoder.isWaiting)
        #expect(decoder.feed("q".utf8) == [.key(Key("q"))])
    }
}
