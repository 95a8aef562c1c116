internal import Dispatch
internal import Synchronization

/// Waits, on a thread that may block, for what tasks bring.
enum Waiting {
    /// - Returns: whether the task ended in time, in seconds.
    @discardableResult
    static func value(of task: Task<Void, Never>, patience: Double) -> Bool {
        let ended = DispatchSemaphore(value: 0)
        Task {
            await task.value
            ended.signal()
        }
        return ended.wait(timeout: .now() + patience) == .success
    }

    /// Waits for the first result that `start`'s work reports.
    static func first<Value: Sendable>(_ start: (@escaping @Sendable (Value) -> Void) -> Void) -> Value {
        let result = Mutex<Value?>(nil)
        let isThere = DispatchSemaphore(value: 0)
        start { value in
            let isFirst = result.withLock { held in
                defer { held = held ?? value }
                return held == nil
            }
            if isFirst { isThere.signal() }
        }
        while true {
            isThere.wait()
            if let value = result.withLock({ $0 }) { return value }
        }
    }
}
