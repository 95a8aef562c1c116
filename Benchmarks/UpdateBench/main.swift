import Foundation
import Northflank

// What keeps the main thread from the next key: `update-bench [PART OF A NAME]`.
//
// Each line is one update of the state in an account of 20,000 services, or with a log of 200,000 lines open: the
// median and the longest of some, in the main thread's own processor time, so that other programs don't count.

let part = CommandLine.arguments.dropFirst().first ?? ""
print("| update | median | longest |\n| --- | ---: | ---: |")
for trial in Finding.trials + Pouring.trials where part.isEmpty || trial.name.contains(part) {
    let times = trial.take().sorted()
    print("| \(trial.name) | \(milliseconds(times[times.count / 2])) | \(milliseconds(times[times.count - 1])) |")
}

/// Something to measure, by name.
struct Trial {
    let name: String
    /// Does it some times; returns the seconds that each took.
    let take: () -> [Double]
}

/// Seconds of this thread's processor time that something takes.
func seconds(_ body: () -> Void) -> Double {
    func used() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = used()
    body()
    return used() - start
}

func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1_000) }
