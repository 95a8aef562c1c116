import Testing

@testable import Refresh

struct BackoffTests {
    @Test func waitsDoubleUpToTheCap() {
        var generator = SplitMix(seed: 3)
        for (failures, whole) in [(1, 2.0), (2, 4), (3, 8), (4, 16), (8, 256), (9, 300), (500, 300)] {
            for _ in 0..<100 {
                let wait = Backoff.passing.delay(failures: failures, using: &generator).seconds
                #expect(wait >= whole / 2 && wait <= whole)
            }
        }
    }

    @Test func waitsDifferFromFeedToFeed() {
        var generator = SplitMix(seed: 3)
        let waits = (0..<100).map { _ in Backoff.passing.delay(failures: 5, using: &generator) }
        #expect(Set(waits).count > 90)
    }

    @Test func whatAskingAgainHardlyChangesWaitsMinutes() {
        var generator = SplitMix(seed: 3)
        #expect(Backoff.lasting.delay(failures: 1, using: &generator) >= .seconds(150))
    }
}

struct HeapTests {
    @Test(arguments: 0..<20)
    func elementsComeOutInOrder(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let numbers = (0..<300).map { _ in Int.random(in: 0..<100, using: &generator) }
        var heap = Heap(Array(numbers.prefix(100)))
        for number in numbers.dropFirst(100) { heap.insert(number) }
        heap.keep { $0 % 7 != 0 }
        var sorted: [Int] = []
        while let least = heap.removeFirst() { sorted.append(least) }
        #expect(sorted == numbers.filter { $0 % 7 != 0 }.sorted())
        #expect(heap.count == 0)
    }
}

struct TokenBucketTests {
    @Test func itFillsEvenlyToTheBrim() {
        var bucket = TokenBucket(capacity: 4, rate: 0.5)
        bucket.refill(at: at(0))
        bucket.take(4)
        bucket.refill(at: at(2))
        #expect(bucket.level == 1)
        bucket.refill(at: at(100))
        #expect(bucket.level == 4)
    }

    @Test func aDebtIsPaidBeforeMoreIsSpent() {
        var bucket = TokenBucket(capacity: 2, rate: 1)
        bucket.refill(at: at(0))
        bucket.take(5)
        #expect(bucket.time(of: 1, from: at(0)) == at(4).advanced(by: .milliseconds(1)))
    }

    @Test func whatItCannotHoldNeverComes() {
        let bucket = TokenBucket(capacity: 2, rate: 1)
        #expect(bucket.time(of: 3, from: at(0)) == nil)
        #expect(bucket.time(of: 2, from: at(0)) == at(0))
    }
}
