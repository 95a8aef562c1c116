internal import Synchronization
public import TerminalUI

/// A screen that nobody sees, for tests of the whole program: it keeps what is drawn, and can be asked and waited for
/// from anywhere.
public final class InMemoryScreen: Screen, Sendable {
    private struct State {
        var size: Size
        var frames: [Frame] = []
        var drawn = 0
        var repainted = 0
        var told: [TerminalNotice] = []
        var isSuspended = false
        var isClosed = false
        var watchers: [Int: AsyncStream<Frame>.Continuation] = [:]
        var nextWatcher = 0
    }

    /// A screen that shows nothing like what was waited for.
    public struct Timeout: Error, CustomStringConvertible {
        public let description: String
    }

    /// As many frames as are kept, the last ones.
    private static let history = 200

    private let state: Mutex<State>

    public init(size: Size = Size(columns: 120, rows: 40)) { state = Mutex(State(size: size)) }

    // MARK: - Screen

    public var size: Size { state.withLock(\.size) }

    public func draw(_ frame: Frame) {
        let watchers = state.withLock { state in
            state.drawn += 1
            state.frames.append(frame)
            if state.frames.count > Self.history { state.frames.removeFirst() }
            return Array(state.watchers.values)
        }
        for watcher in watchers { watcher.yield(frame) }
    }

    public func repaint() { state.withLock { $0.repainted += 1 } }

    public func tell(_ notice: TerminalNotice) -> Bool {
        state.withLock { $0.told.append(notice) }
        return true
    }

    public func suspend() { state.withLock { $0.isSuspended = true } }

    public func resume() { state.withLock { $0.isSuspended = false } }

    public func close() { state.withLock { $0.isClosed = true } }

    // MARK: - What tests do and ask

    /// As if the terminal's window had been resized; who draws must be told as a terminal would.
    public func resize(to size: Size) { state.withLock { $0.size = size } }

    /// What it was told beside frames.
    public var told: [TerminalNotice] { state.withLock(\.told) }

    /// How often it was drawn on.
    public var drawn: Int { state.withLock(\.drawn) }

    /// How often it was asked to show the last frame anew.
    public var repainted: Int { state.withLock(\.repainted) }

    /// What was drawn, the last being what is shown; only the last 200 are kept.
    public var frames: [Frame] { state.withLock(\.frames) }

    public var frame: Frame? { state.withLock(\.frames.last) }

    /// What is shown, as text; nothing before the first frame.
    public var lines: [String] { frame?.grid.lines ?? [] }

    public var isSuspended: Bool { state.withLock(\.isSuspended) }

    public var isClosed: Bool { state.withLock(\.isClosed) }

    /// Whether a text stands somewhere on the screen, within one row.
    public func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    /// Waits until what is shown passes a test.
    /// - Returns: the first frame that does, the one shown at the start included.
    /// - Throws: `Timeout` with a picture of the screen after the time given.
    @discardableResult
    public func waitFor(
        _ what: String, within limit: Duration = .seconds(10), _ passes: @escaping @Sendable (Frame) -> Bool
    ) async throws -> Frame {
        let stream = watch()
        let found = try await withThrowingTaskGroup(of: Frame?.self) { group in
            group.addTask { await stream.first(where: passes) }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let found else {
            let picture = frame.map { GridPicture($0.grid).description } ?? "nothing"
            throw Timeout(description: "no frame showed \(what) within \(limit); the screen shows\n\(picture)")
        }
        return found
    }

    /// Waits until a text stands somewhere on the screen, within one row.
    @discardableResult
    public func waitFor(text: String, within limit: Duration = .seconds(10)) async throws -> Frame {
        try await waitFor("\"\(text)\"", within: limit) { frame in
            frame.grid.lines.contains { $0.contains(text) }
        }
    }

    /// What is shown, and every frame from now on.
    private func watch() -> AsyncStream<Frame> {
        let (stream, continuation) = AsyncStream.makeStream(of: Frame.self)
        let watcher = state.withLock { state in
            if let shown = state.frames.last { continuation.yield(shown) }
            state.nextWatcher += 1
            state.watchers[state.nextWatcher] = continuation
            return state.nextWatcher
        }
        continuation.onTermination = { [self] _ in
            _ = state.withLock { $0.watchers.removeValue(forKey: watcher) }
        }
        return stream
    }
}
