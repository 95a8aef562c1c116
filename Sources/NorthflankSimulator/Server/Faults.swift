import Synchronization

/// A way in which an answer can go wrong.
public enum Fault: Hashable, Sendable {
    /// The API itself fails, with its error envelope: 500, 503.
    case status(Int)
    /// A proxy in front of the API answers 502 with a page of HTML.
    case badGateway
    /// The connection closes before the request is carried out.
    case closedBefore
    /// The connection closes after the request was carried out: the answer is lost, what was asked has happened.
    case closedAfter
    /// The answer takes that much longer.
    case slow(Duration)
    /// The answer breaks off in the midst of its JSON.
    case truncated
}

/// A fault that a test asks for: it befalls the next `times` requests that fit.
public struct ScriptedFault: Hashable, Sendable {
    public var fault: Fault
    /// `POST`; nil fits every method.
    public var method: String?
    /// A part of the path, without the query; nil fits every path.
    public var path: String?
    public var times: Int

    public init(_ fault: Fault, method: String? = nil, path: String? = nil, times: Int = 1) {
        self.fault = fault
        self.method = method
        self.path = path
        self.times = times
    }

    func fits(_ method: String, _ path: String) -> Bool {
        times > 0 && (self.method.map { $0 == method } ?? true) && (self.path.map { path.contains($0) } ?? true)
    }
}

/// Which requests go wrong: those that a test scripted, and of the rest a share by chance.
final class FaultSource: Sendable {
    private struct State {
        var random: SplitMix64
        var scripted: [ScriptedFault] = []
    }

    private let rate: Double
    private let state: Mutex<State>

    init(rate: Double, seed: UInt64) {
        self.rate = rate
        state = Mutex(State(random: SplitMix64(seed: seed ^ 0xFA17)))
    }

    func script(_ fault: ScriptedFault) { state.withLock { $0.scripted.append(fault) } }

    func reset() { state.withLock { $0.scripted = [] } }

    /// The fault of the next request, if it has one.
    func next(method: String, path: String) -> Fault? {
        state.withLock { state in
            if let index = state.scripted.firstIndex(where: { $0.fits(method, path) }) {
                state.scripted[index].times -= 1
                return state.scripted[index].fault
            }
            guard rate > 0, state.random.chance(rate) else { return nil }
            return state.random.pick([
                .status(500), .badGateway, .status(503), .closedBefore, .closedAfter,
                .slow(.milliseconds(state.random.number(1500...6000))), .truncated,
            ])
        }
    }
}
