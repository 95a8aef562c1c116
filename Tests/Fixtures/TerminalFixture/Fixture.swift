import TerminalSession
import TerminalUI

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program as small as one on the toolkit can be, for the tests to run in a terminal of their own. What it was told
/// last stands in its second row; each key below makes it do what a test wants to see.
@main
struct Fixture {
    private let screen: NcursesScreen
    private let loop: TerminalLoop
    private let mailbox: Mailbox<String>
    private var told = "nothing"
    private var mouse = false
    /// Whether its first row leads somewhere.
    private var isLinked = false
    /// Where it is set, every cell below the third row holds it.
    private var filling: Character?
    /// Where it is set, the screen holds nothing but random cells.
    private var random: RandomFrames?
    private var style = Style.plain

    static func main() {
        var environment: [String: String] = [:]
        for name in [
            "TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "ESCDELAY", "SWIFT_BACKTRACE",
        ] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        do throws(TerminalError) {
            var fixture = try Fixture(environment: environment)
            exit(fixture.run())
        } catch {
            Self.complain("fixture: \(error)")
            exit(69)
        }
    }

    private init(environment: [String: String]) throws(TerminalError) {
        let signals = try TerminalSignals()
        screen = try NcursesScreen(options: TerminalOptions(environment: environment), signals: signals)
        mailbox = try Mailbox()
        loop = TerminalLoop(screen: screen, signals: signals, mailbox: mailbox)
    }

    /// - Returns: the exit code.
    private mutating func run() -> Int32 {
        draw()
        while true {
            for event in loop.next(until: nil) {
                if let code = answer(event) {
                    screen.close()
                    return code
                }
            }
            draw()
        }
    }

    private mutating func answer(_ event: TerminalEvent) -> Int32? {
        switch event {
        case .input(.key(let key)): return press(key)
        case .input(let input): told = "\(input)"
        case .resized(let size): told = "resized \(size.columns)x\(size.rows)"
        case .terminate(let signal): return 128 + signal
        case .hangup: return 129
        case .suspendRequested: told = loop.stopProcess() ? "stopped by signal" : "unstoppable"
        case .continued: told = "continued"
        case .mail: told = mailbox.drain().joined(separator: ",")
        case .timer: told = "timer"
        }
        return nil
    }

    private mutating func press(_ key: Key) -> Int32? {
        told = "key \(key.code)"
        switch key {
        case Key("q"): return 0
        case .control("z"): told = loop.stopProcess() ? "back again" : "unstoppable"
        case Key("m"): mouse.toggle()
        case Key("l"): isLinked.toggle()
        case Key("r"): drawRandomFrames()
        case Key("f"): filling = nextLetter(filling)
        case Key("b"): style = Style(foreground: .rgb(red: 18, green: 52, blue: 86), attributes: .bold)
        case Key("e"): Self.complain("a message for later")
        case Key("p"): postFromAnotherThread()
        case Key("x"): exit(3)
        case Key("F"): fatalError("the fixture was told to fail")
        case Key("T"): trapOnAnotherThread()
        case Key("S"): raise(SIGSEGV)
        case Key("O"): told = "\(overflow(1))"
        case Key("A"): abort()
        default: break
        }
        return nil
    }

    private mutating func drawRandomFrames() {
        var frames = random ?? RandomFrames()
        for _ in 0..<100 { screen.draw(frames.next(size: screen.size)) }
        random = frames
    }

    private func draw() {
        if let random { return screen.draw(random.last) }
        let size = screen.size
        var grid = Grid(size: size)
        grid.write(
            "fixture \(size.columns)x\(size.rows) \(screen.colorDepth)", at: Position(column: 0, row: 0), style: style)
        grid.write("told: \(told)", at: Position(column: 0, row: 1), style: .plain)
        grid.write("wide: 世界 ä €", at: Position(column: 0, row: 2), style: .plain)
        if let filling {
            let line = String(repeating: filling, count: size.columns)
            for row in 3..<size.rows { grid.write(line, at: Position(column: 0, row: row), style: .plain) }
        }
        grid.write("#", at: Position(column: size.columns - 1, row: size.rows - 1), style: .plain)
        let link = Link(area: Rect(column: 0, row: 0, width: 7, height: 1), address: "https://example.com/fixture")
        screen.draw(Frame(grid: grid, mouse: mouse, link: isLinked ? link : nil))
    }

    private static func complain(_ message: String) {
        let line = message + "\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
    }

    private func nextLetter(_ letter: Character?) -> Character {
        guard let letter, let value = letter.asciiValue, letter < "Z" else { return "A" }
        return Character(Unicode.Scalar(value + 1))
    }

    private func postFromAnotherThread() {
        let mailbox = mailbox
        Task.detached {
            mailbox.post("one")
            mailbox.post("two")
        }
    }

    private func trapOnAnotherThread() {
        Task.detached { fatalError("another thread was told to fail") }
    }

    /// Calls itself until the stack is full.
    private func overflow(_ depth: Int) -> Int {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { buffer in
            buffer.initialize(repeating: depth)
            return overflow(depth + 1) + buffer[0]
        }
    }
}
