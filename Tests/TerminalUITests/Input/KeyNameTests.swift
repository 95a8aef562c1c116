import Testing

@testable import TerminalUI

struct KeyNameTests {
    @Test(arguments: [
        ("B", Key("B"), "B"), ("b", Key("b"), "b"), ("ctrl-d", .control("d"), "Ctrl-d"),
        ("alt-x", Key(.character("x"), .alt), "Alt-x"),
        ("ctrl-alt-x", Key(.character("x"), [.control, .alt]), "Ctrl-Alt-x"),
        ("shift-tab", Key(.tab, .shift), "Shift-Tab"), ("enter", Key(.enter), "Enter"), ("esc", Key(.escape), "Esc"),
        ("pgdn", Key(.pageDown), "PgDn"), ("f1", Key(.function(1)), "F1"),
        ("ctrl-f12", Key(.function(12), .control), "Ctrl-F12"),
        ("space", Key(" "), "Space"), ("ctrl-space", .control(" "), "Ctrl-Space"), ("up", Key(.up), "Up"),
        ("-", Key("-"), "-"), ("ctrl--", .control("-"), "Ctrl--"), ("^", Key("^"), "^"), ("/", Key("/"), "/"),
        ("é", Key("é"), "é"),
    ])
    func aKeyHasANameThatIsReadBack(name: String, key: Key, shown: String) {
        #expect(key.name == name)
        #expect(key.displayName == shown)
        #expect(Key(name: name) == key)
    }

    @Test(arguments: [
        ("^d", Key.control("d")), ("Ctrl-D", .control("d")), ("CTRL-ENTER", Key(.enter, .control)),
        ("Return", Key(.enter)), ("escape", Key(.escape)), ("PageUp", Key(.pageUp)), ("shift-a", Key("A")),
        ("shift-ctrl-up", Key(.up, [.shift, .control])), ("meta-x", Key(.character("x"), .alt)),
        ("F5", Key(.function(5))),
        ("shift-?", Key("?")),
    ])
    func otherSpellingsAreReadToo(name: String, key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(arguments: [
        "", "ctrl-", "nonsense", "f0", "f21", "fx", "ab", "ctrl-ab", "\u{1B}", "\n", "\u{202E}", "hyper-x",
    ])
    func whatIsNoKeyHasNoMeaning(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func everyKeyThatATerminalSendsHasANameThatIsReadBack() {
        for (_, events) in InputDecoderTests.table {
            for case .key(let key) in events { #expect(Key(name: key.name) == key, "\(key.name)") }
        }
    }

    @Test func whatATerminalSendsForControlIsWhatIsDecoded() {
        for letter in "abcdefghijklmnopqrstuvwxyz" {
            // Control takes all but the low five bits (ASCII).
            var decoder = InputDecoder()
            let events = decoder.feed([(letter.asciiValue ?? 0) & 0x1F])
            let key = Key.control(letter)
            #expect(events == [.key(key.sentAs ?? key)], "\(key.name)")
        }
        #expect(Key.control("[").sentAs == Key(.escape))
        #expect(Key("i").sentAs == nil)
    }
}
