import TerminalUI
import Testing

struct TextFieldTests {
    private func field(_ text: String, _ keys: Key...) -> TextField {
        var field = TextField(text: text)
        for key in keys {
            let isTaken = field.handle(key)
            #expect(isTaken, "\(key.name)")
        }
        return field
    }

    @Test func keysAreTypedAtTheCursor() {
        #expect(field("", Key("a"), Key("é"), Key(" "), Key("日")).text == "aé 日")
        #expect(field("ac", Key(.left), Key("b")).text == "abc")
        #expect(field("ac", Key(.left), Key("b")).position == 2)
    }

    @Test func theCursorMovesAsInAShell() {
        #expect(field("one two", .control("a")).position == 0)
        #expect(field("one two", Key(.home), Key(.end)).position == 7)
        #expect(field("one two", .control("a"), .control("e")).position == 7)
        #expect(field("one two", .control("b"), .control("b")).position == 5)
        #expect(field("one two", .control("b"), .control("f"), .control("f")).position == 7)
        #expect(field("one two", Key(.left, .control)).position == 4)
        #expect(field("one two", Key(.home), Key(.right, .control)).position == 3)
        #expect(field("one two", Key(.home), Key(.left)).position == 0)
    }

    @Test func textIsRemovedAsInAShell() {
        #expect(field("abc", Key(.backspace)).text == "ab")
        #expect(field("abc", Key(.home), Key(.backspace)).text == "abc")
        #expect(field("abc", Key(.home), Key(.delete)).text == "bc")
        #expect(field("abc", Key(.delete)).text == "abc")
        #expect(field("one two  ", .control("w")).text == "one ")
        #expect(field("one two", .control("u")).text == "")
        #expect(field("one two", Key(.left), .control("u")).text == "o")
        #expect(field("one two", Key(.home), .control("k")).text == "")
        #expect(field("one two", Key(.home), Key(.character("d"), .alt)).text == " two")
    }

    @Test func aCharacterOfSeveralScalarsIsOne() {
        #expect(field("ae\u{301}", Key(.backspace)).text == "a")
        #expect(field("a", Key("e"), Key("\u{301}"), Key("x")).text == "ae\u{301}x")
        #expect(field("a", Key("e"), Key("\u{301}")).position == 2)
    }

    @Test func otherKeysAreNotItsOwn() {
        var field = TextField(text: "abc")
        for key in [Key(.enter), Key(.escape), Key(.tab), Key(.up), .control("c"), Key(.function(1)), Key(.pageUp)] {
            let isTaken = field.handle(key)
            #expect(!isTaken, "\(key.name)")
        }
        #expect(field == TextField(text: "abc"))
    }

    @Test func aPasteIsOneLineOfWhatCanBeShown() {
        var field = TextField(text: "x")
        field.insert("main\nrm -rf\u{1B}[31m /\u{202E}\n")
        #expect(field.text == "xmain rm -rf /")
        field.insert(String(repeating: "y", count: 100_000))
        #expect(field.text.count == TextField.longest)
        field.insert("z")
        #expect(field.text.count == TextField.longest)
    }

    // MARK: - Drawing

    private func draw(_ field: TextField, width: Int) -> (line: String, cursor: Position?) {
        var canvas = Canvas(size: Size(columns: width + 2, rows: 1), theme: .monochrome, symbols: .unicode)
        field.draw(on: &canvas, .field, in: Rect(column: 1, row: 0, width: width, height: 1))
        return (canvas.grid.lines[0], canvas.cursor)
    }

    @Test func theCursorIsAlwaysSeen() {
        #expect(draw(TextField(text: "main"), width: 8) == (" main", Position(column: 5, row: 0)))
        #expect(draw(TextField(text: "feature/long"), width: 8) == (" re/long", Position(column: 8, row: 0)))
        #expect(
            draw(field("feature/long", Key(.home)), width: 8) == (" feature/", Position(column: 1, row: 0)))
        #expect(draw(TextField(text: "日本語日本"), width: 7) == (" 語日本", Position(column: 7, row: 0)))
        #expect(draw(TextField(text: ""), width: 3) == ("", Position(column: 1, row: 0)))
        #expect(draw(TextField(text: "main"), width: 0).cursor == nil)
    }
}
