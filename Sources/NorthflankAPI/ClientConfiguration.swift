/// What a client is told once.
public struct ClientConfiguration: Sendable {
    public var baseURL: BaseURL
    /// With a team, the account's operations go to `/v1/teams/{teamId}/…`.
    public var team: String?
    /// Of this program, for `User-Agent: northwatch/VERSION`.
    public var version: String
    public var timeouts: ClientTimeouts
    /// An answer that is larger is given up on, in bytes.
    public var bodyLimit: Int

    public init(
        baseURL: BaseURL = .northflank, team: String? = nil, version: String,
        timeouts: ClientTimeouts = ClientTimeouts(), bodyLimit: Int = 32 * 1024 * 1024
    ) {
        self.baseURL = baseURL
        self.team = team
        self.version = version
        self.timeouts = timeouts
        self.bodyLimit = bodyLimit
    }
}

/// How long a request waits for what.
public struct ClientTimeouts: Sendable, Hashable {
    /// For the connection, name look-up and TLS included.
    public var connect: Duration
    /// Without a single byte of the answer.
    public var readIdle: Duration
    /// For the whole exchange, down to the answer's last byte.
    public var total: Duration

    public init(connect: Duration = .seconds(10), readIdle: Duration = .seconds(20), total: Duration = .seconds(60)) {
        self.connect = connect
        self.readIdle = readIdle
        self.total = total
    }
}
