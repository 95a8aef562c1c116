import TerminalUI
import TestSupport
import Testing

struct InMemoryScreenTests {
    private func frame(_ text: String) -> Frame {
        var grid = Grid(size: Size(columns: 20, rows: 2))
        grid.write(text, at: Position(column: 0, row: 0), style: .plain)
        return Frame(grid: grid)
    }

    @Test func itKeepsWhatIsDrawn() {
        let screen = InMemoryScreen(size: Size(columns: 20, rows: 2))
        #expect(screen.frame == nil)
        screen.draw(frame("one"))
        screen.draw(frame("two"))
        #expect(screen.drawn == 2)
        #expect(screen.frames == [frame("one"), frame("two")])
        #expect(screen.lines == ["two", ""])
        #expect(screen.shows("tw"))
        #expect(!screen.shows("one"))
    }

    @Test func itKeepsTheLastFramesOnly() {
        let screen = InMemoryScreen()
        for number in 0..<1_000 { screen.draw(frame("\(number)")) }
        #expect(screen.drawn == 1_000)
        #expect(screen.frames.count == 200)
        #expect(screen.lines.first == "999")
    }

    @Test func itsStateIsSeen() {
        let screen = InMemoryScreen(size: Size(columns: 20, rows: 2))
        screen.resize(to: Size(columns: 80, rows: 24))
        #expect(screen.size == Size(columns: 80, rows: 24))
        screen.suspend()
        #expect(screen.isSuspended)
        screen.resume()
        #expect(!screen.isSuspended)
        screen.repaint()
        #expect(screen.repainted == 1)
        screen.close()
        #expect(screen.isClosed)
    }

    @Test func aFrameIsWaitedForEvenIfItPassesBy() async throws {
        let screen = InMemoryScreen()
        screen.draw(frame("begin"))
        async let found = screen.waitFor(text: "two")
        let drawing = Task.detached {
            for text in ["one", "two", "three"] {
                screen.draw(self.frame(text))
                await Task.yield()
            }
        }
        await drawing.value
        // Who begins to wait late sees the last one.
        screen.draw(frame("two at last"))
        #expect(try await found.grid.lines[0].hasPrefix("two"))
        #expect(try await screen.waitFor(text: "at last") == frame("two at last"))
    }

    @Test func waitingInVainTellsWhatIsShown() async {
        let screen = InMemoryScreen()
        screen.draw(frame("something else"))
        let error = await #expect(throws: InMemoryScreen.Timeout.self) {
            try await screen.waitFor(text: "never", within: .milliseconds(20))
        }
        #expect(error?.description.contains("something else") == true)
        #expect(error?.description.contains("\"never\"") == true)
    }
}
