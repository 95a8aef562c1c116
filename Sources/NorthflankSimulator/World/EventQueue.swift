import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What happens by itself at a certain moment. Everything else about the world follows from the time alone.
enum WorldEvent: Hashable, Sendable {
    /// Somebody pushes to one of the repositories.
    case push
    case buildConcludes(BuildReference)
    case cron(JobReference)
    case scheduledBackup(AddonReference)
    case releaseConcludes(ReleaseFlowReference, ReleaseRun.ID)
}

/// What is to happen, earliest first; what falls on the same moment comes in the order it was planned, so that a world
/// unfolds the same way every time. A binary heap.
struct EventQueue: Sendable {
    private struct Entry: Sendable {
        let due: Date
        let order: Int
        let event: WorldEvent

        static func < (left: Self, right: Self) -> Bool { (left.due, left.order) < (right.due, right.order) }
    }

    private var heap: [Entry] = []
    private var planned = 0

    var count: Int { heap.count }

    mutating func plan(_ event: WorldEvent, at due: Date) {
        heap.append(Entry(due: due, order: planned, event: event))
        planned += 1
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// The earliest event that is due by then, taken out of the queue.
    mutating func next(by date: Date) -> (due: Date, event: WorldEvent)? {
        guard let first = heap.first, first.due <= date else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sink()
        return (first.due, first.event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
