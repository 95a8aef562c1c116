internal import CNcurses
public import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The real terminal, drawn by ncurses.
///
/// ncurses works out the fewest bytes from one frame to the next; it neither reads keys nor touches the terminal
/// itself. For the main thread only, and one at a time in a process: ncurses keeps its state in global variables.
public final class NcursesScreen: Screen {
    public private(set) var size: Size
    /// How many colours the terminal shows. Frames may ask for more: each colour becomes the nearest there is.
    public let colorDepth: ColorDepth
    /// Whether the user's locale has more than ASCII. Where it is false, borders and symbols must be ASCII; other
    /// characters are shown as `?`.
    public let isUnicode: Bool

    let tty: TTY
    let options: TerminalOptions
    private let session: TerminalModes
    /// Whether the terminal reads operating system commands.
    private let takesCommands: Bool
    private let render: RenderFile
    private let library: OpaquePointer
    private var renditions: Renditions
    private var encoder = RowEncoder()
    /// What the terminal shows; nil when that isn't known.
    private var shown: Frame?
    /// The frame to show when the terminal has taken the last one.
    private var waiting: Frame?
    private var isUp = false
    private var isClosed = false

    /// Takes the terminal over: alternate screen, keys as bytes, standard error kept back until `close`.
    ///
    /// Sets the process's character type locale, and environment variables for a moment: call it before other threads
    /// run. The signals are there already, since ncurses takes those that it finds at their default.
    public init(options: TerminalOptions, signals: TerminalSignals) throws(TerminalError) {
        self.options = options
        tty = try TTY()
        isUnicode = CharacterSet.adopt(environment: options.environment)
        let description = try TerminalDescription(term: options.environment["TERM"])
        size = tty.size ?? Size(columns: 80, rows: 24)
        takesCommands =
            description.isANSI && KnownTerminals.takeCommands(options.environment["TERM", default: ""])
        render = try RenderFile()
        let started = try NcursesLibrary.start(description, options: options, size: size, stream: render.stream)
        library = started.screen
        colorDepth = started.depth
        renditions = started.renditions
        session = TerminalModes(tty: tty, description: description, environment: options.environment)
        enter()
    }

    deinit { close() }

    public func draw(_ frame: Frame) {
        guard isUp else { return }
        tty.flush()
        guard tty.isDrained else {
            waiting = frame
            return
        }
        waiting = nil
        send(frame)
    }

    /// Whether the terminal has taken all that was drawn. While it has not, `draw` keeps the last frame for later.
    public var isWritable: Bool { tty.isDrained }

    public func suspend() {
        guard isUp else { return }
        isUp = false
        if let shown, waiting == nil { waiting = shown }
        endwin()
        session.leave(render.take())
    }

    /// Shows the last frame again.
    public func resume() {
        guard !isUp, !isClosed else { return }
        enter()
        adoptSize()
        if let waiting { draw(waiting) }
    }

    public func repaint() {
        guard isUp, let last = waiting ?? shown else { return }
        forgetShown()
        draw(last)
    }

    /// The bytes go their own way behind those of the last frame: ncurses never sees them.
    public func tell(_ notice: TerminalNotice) -> Bool {
        let notices = NoticeBytes(takesCommands: takesCommands, isUnicode: isUnicode)
        guard isUp, let bytes = notices.bytes(notice) else { return false }
        tty.write(bytes)
        return true
    }

    public func close() {
        guard !isClosed else { return }
        suspend()
        isClosed = true
        delscreen(library)
    }

    /// Sends what the terminal had no room for, and then the frame that waits.
    func flush() {
        tty.flush()
        if tty.isDrained, let waiting { draw(waiting) }
    }

    /// Asks the terminal for its size; the screen is blank until the next frame if it has changed.
    /// - Returns: the new size, or nil when it is the same.
    @discardableResult
    func adoptSize() -> Size? {
        guard let found = tty.size, found != size else { return nil }
        size = found
        resizeterm(Int32(size.rows), Int32(size.columns))
        forgetShown()
        return size
    }

    /// Takes the terminal over again after the process was stopped unasked: whoever had it meanwhile has left it in
    /// another state.
    func reclaim() {
        guard isUp else { return }
        let last = waiting ?? shown
        endwin()
        _ = render.take()
        session.reclaim()
        forgetShown()
        if let last { draw(last) }
    }

    private func enter() {
        session.enter()
        isUp = true
        forgetShown()
    }

    private func forgetShown() {
        shown = nil
        werase(ncurses_screen_window())
        clearok(ncurses_current_window(), true)
    }

    private func send(_ frame: Frame) {
        if shown?.grid.size != frame.grid.size { forgetShown() }
        let bytes = session.mouse(frame.mouse) + linked(frame) + drawn(frame)
        tty.write(session.synchronized(bytes))
    }

    /// ncurses knows no links: everything but the link's text is drawn first, so that its text comes alone, between
    /// the link's start and its end.
    /// - Returns: nothing where there is no link, or it is there already.
    private func linked(_ frame: Frame) -> [UInt8] {
        let notices = NoticeBytes(takesCommands: takesCommands, isUnicode: isUnicode)
        guard let link = frame.link, let marks = notices.link(to: link.address) else { return [] }
        if let shown, shown.link == link, rows(of: link).allSatisfy({ frame.grid.isSame($0, in: shown.grid) }) {
            return []
        }
        var around = frame
        around.grid.fill(link.area, style: .plain)
        let before = drawn(around)
        return before + marks.start + drawn(frame) + marks.end
    }

    /// Those that the screen has.
    private func rows(of link: Link) -> Range<Int> { max(0, link.area.row)..<min(size.rows, link.area.maxRow) }

    /// - Returns: what makes the terminal show a frame.
    private func drawn(_ frame: Frame) -> [UInt8] {
        let changesCells = putRows(of: frame)
        let changesCursor = shown == nil || shown?.cursor != frame.cursor
        if changesCells || changesCursor {
            if changesCursor || frame.cursor != nil { putCursor(frame.cursor) }
            wnoutrefresh(ncurses_screen_window())
            doupdate()
        }
        shown = frame
        return render.take()
    }

    /// - Returns: whether any row is another than before.
    private func putRows(of frame: Frame) -> Bool {
        let width = min(size.columns, frame.grid.size.columns)
        var changed = shown == nil
        for row in 0..<min(size.rows, frame.grid.size.rows) {
            if let shown, frame.grid.isSame(row, in: shown.grid) { continue }
            changed = true
            let encoded = encoder.encode(frame.grid.row(row), width: width) { renditions.rendition(of: $0, in: frame) }
            // Unlike wadd_wch it takes the bottom right cell without an error.
            mvwadd_wchnstr(ncurses_screen_window(), Int32(row), 0, encoded, Int32(encoded.count))
        }
        return changed
    }

    private func putCursor(_ cursor: Position?) {
        let window = ncurses_screen_window()
        curs_set(cursor == nil ? 0 : 1)
        // A hidden cursor stays wherever the last change has left it.
        leaveok(window, cursor == nil)
        if let cursor {
            wmove(
                window, Int32(clamping: min(max(0, cursor.row), size.rows - 1)),
                Int32(clamping: min(max(0, cursor.column), size.columns - 1)))
        }
    }
}
