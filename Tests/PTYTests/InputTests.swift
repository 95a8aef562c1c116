import TestSupport
import Testing

/// From bytes to events by way of the loop; the decoder has its own tests.
struct InputTests {
    @Test func aLoneEscIsTheEscapeKey() async throws {
        let process = try await startFixture()
        process.send("\u{1B}")
        try await process.waitFor("told: key escape") { $0.text.contains("key escape") }
    }

    @Test func anArrowWhoseBytesComeApartIsStillAnArrow() async throws {
        // However busy the machine is, the rest comes in time.
        let process = try await startFixture(["ESCDELAY": "10000"])
        process.send("\u{1B}[")
        try await Task.sleep(for: .milliseconds(10))
        process.send("A")
        try await process.waitFor("key up")
        #expect(!process.text.contains("escape"))
    }

    @Test func controlCIsAKey() async throws {
        let process = try await startFixture()
        process.send("\u{3}")
        try await process.waitFor("key character(\"c\")")
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
    }

    @Test func aPasteIsOneEvent() async throws {
        let process = try await startFixture()
        process.send("\u{1B}[200~several words and q\u{1B}[201~")
        try await process.waitFor("paste(\"several words and q\")")
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
    }
}
