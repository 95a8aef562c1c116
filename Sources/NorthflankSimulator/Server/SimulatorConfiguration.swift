/// What a simulator is to be like.
public struct SimulatorConfiguration: Sendable {
    public var host: String
    /// 0 for any free one.
    public var port: Int
    /// The bearer token to ask for; nil lets every token in.
    public var token: String?
    /// What the token's role may do, as the contract names it (`Project > Services > General > Read`); nil for all.
    public var permissions: Set<String>?
    /// Name of a `Scenario`.
    public var scenario: String
    /// An account of one's own; nil for the scenario's.
    public var account: AccountDescription?
    /// The same seed gives the same account.
    public var seed: UInt64
    /// How many simulated seconds go by in a real one. Only used without a `clock`.
    public var speed: Double
    /// Requests an hour, of the client's own time.
    public var rateLimit: Int
    /// How long each answer takes at least.
    public var latency: Duration
    /// Which share of the requests goes wrong, from 0 to 1.
    public var faultRate: Double
    /// Nil for one that runs from the present on.
    public var clock: SimulatedClock?
    /// Whether `POST /_simulator/…` is served: to step the clock, to make requests fail, to begin anew.
    public var control = false
    /// Gets each request once it is answered, on whatever thread that was.
    public var onRequest: @Sendable (RequestRecord) -> Void = { _ in }

    public init(
        host: String = "127.0.0.1", port: Int = 0, token: String? = nil, permissions: Set<String>? = nil,
        scenario: String = "calm", seed: UInt64 = 1,
        speed: Double = 1, rateLimit: Int = 1000, latency: Duration = .zero, faultRate: Double = 0,
        clock: SimulatedClock? = nil
    ) {
        self.host = host
        self.port = port
        self.token = token
        self.permissions = permissions
        self.scenario = scenario
        self.seed = seed
        self.speed = speed
        self.rateLimit = rateLimit
        self.latency = latency
        self.faultRate = faultRate
        self.clock = clock
    }
}
