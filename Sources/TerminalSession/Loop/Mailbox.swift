internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What can end the main thread's wait.
public protocol WakeSource: AnyObject {
    /// Readable while there is something to fetch.
    var wakeDescriptor: Int32 { get }
}

/// Messages from any thread to the main one.
///
/// The lock is held for an append or a swap, never longer. However many messages come between two looks, the pipe
/// gets one byte.
public final class Mailbox<Message: Sendable>: WakeSource, Sendable {
    private struct Content {
        var messages: [Message] = []
        /// Whether the reader has been told.
        var isAnnounced = false
    }

    public let wakeDescriptor: Int32
    private let announcing: Int32
    private let content = Mutex(Content())

    public init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .refused(call: "pipe", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (wakeDescriptor, announcing) = (ends[0], ends[1])
    }

    deinit {
        close(wakeDescriptor)
        close(announcing)
    }

    /// Adds a message, and wakes the main thread where that hasn't been done since it last looked.
    public func post(_ message: Message) {
        let isFirst = content.withLock { content in
            content.messages.append(message)
            defer { content.isAnnounced = true }
            return !content.isAnnounced
        }
        if isFirst {
            var byte: UInt8 = 1
            _ = write(announcing, &byte, 1)
        }
    }

    /// Wakes nobody until the next `drain`: the reader knows that something waits, and will look.
    public func hush() {
        var bytes: UInt64 = 0
        _ = read(wakeDescriptor, &bytes, MemoryLayout.size(ofValue: bytes))
    }

    /// All messages that wait, oldest first.
    public func drain() -> [Message] {
        // The pipe first: a byte that comes after this announces a message that the swap below may have taken, which
        // costs a look for nothing. The other way round a message could lie unannounced.
        hush()
        return content.withLock { content in
            content.isAnnounced = false
            defer { content.messages = [] }
            return content.messages
        }
    }
}
