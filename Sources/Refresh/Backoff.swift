/// How long to wait after failures in a row: doubling from a base to a cap, with half of it random, so that many who
/// failed together do not come back together.
struct Backoff: Equatable, Sendable {
    var base: Duration
    var cap: Duration

    /// What may be over in a moment: a failing server, a strange answer, a lost connection.
    static let passing = Backoff(base: .seconds(2), cap: .seconds(300))
    /// What asking again will hardly change: not found, refused.
    static let lasting = Backoff(base: .seconds(300), cap: .seconds(1_800))
    /// No way to the API at all. Shorter at the end: a single probe is cheap, and the reader is waiting.
    static let outage = Backoff(base: .seconds(2), cap: .seconds(30))
    /// Refused for the rate limit again and again, whatever wait the answer named.
    static let refusal = Backoff(base: .seconds(2), cap: .seconds(300))

    /// The wait after so many failures in a row, from half of the doubled base to all of it.
    func delay(failures: Int, using generator: inout SplitMix) -> Duration {
        let doublings = min(max(failures - 1, 0), 30)
        let whole = min(base * (1 << doublings), cap)
        return whole * Double.random(in: 0.5...1, using: &generator)
    }
}

/// A small random source that can be seeded and compared: Steele, Lea and Flood's SplitMix64.
public struct SplitMix: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// The same seed gives the same numbers.
    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
