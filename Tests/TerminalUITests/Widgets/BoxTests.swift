import TerminalUI
import Testing

struct BoxTests {
    private func draw(_ box: Box, _ width: Int, _ height: Int, symbols: Symbols = .unicode) -> [String] {
        var canvas = Canvas(size: Size(columns: width, rows: height), theme: .monochrome, symbols: symbols)
        let area = canvas.grid.bounds
        let inner = box.draw(on: &canvas, in: area)
        #expect(inner == Rect(column: 1, row: 1, width: width - 2, height: height - 2))
        return canvas.grid.lines
    }

    private let box = Box(
        title: [Span("services", .title), Span(" 12", .muted)], right: [Span("4s ago", .muted)],
        bottom: [Span("3/12", .muted)], border: .border)

    @Test func wordsStandOnTheBorder() {
        #expect(
            draw(box, 32, 3) == [
                "╭ services 12 ───────── 4s ago ╮",
                "│                              │",
                "╰──────────────────────── 3/12 ╯",
            ])
    }

    @Test func thereAreAsciiBordersToo() {
        #expect(
            draw(box, 32, 3, symbols: .ascii) == [
                "+ services 12 --------- 4s ago +",
                "|                              |",
                "+------------------------ 3/12 +",
            ])
    }

    @Test func theTitleGivesWayToWhatStandsAtTheRight() {
        #expect(draw(box, 22, 2)[0] == "╭ services… ─ 4s ago ╮")
    }

    @Test func whatHasNoRoomIsLeftOut() {
        #expect(draw(box, 16, 2) == ["╭ services 12 ─╮", "╰──────── 3/12 ╯"])
        #expect(draw(box, 8, 2) == ["╭ ser… ╮", "╰ 3/12 ╯"])
        #expect(draw(box, 4, 2) == ["╭──╮", "╰──╯"])
        #expect(draw(box, 2, 2) == ["╭╮", "╰╯"])
    }

    @Test(arguments: [(1, 5), (5, 1), (0, 0), (1, 1)])
    func thereIsNoBoxWithoutRoom(width: Int, height: Int) {
        #expect(draw(box, width, height).joined() == "")
    }
}
