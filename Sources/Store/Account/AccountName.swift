/// Names an account in the database: a keyed hash of the API's address, the team and the token. From it nobody learns
/// the token, and two databases name the same account differently.
public struct AccountName: Hashable, Sendable {
    let bytes: [UInt8]

    init(place: Place, token: [UInt8], key: [UInt8]) {
        // Each part with its length before it, so that no two accounts look the same put together.
        let message = [Array(place.address.utf8), place.team.map { Array($0.utf8) } ?? [], token].flatMap { part in
            Array("\(part.count):".utf8) + part
        }
        bytes = SHA256.authenticationCode(of: message, key: key)
    }
}

/// Where an account is, as it may be told to anybody.
public struct Place: Hashable, Sendable {
    /// Of the API: `https://api.northflank.com/v1`.
    public var address: String
    /// A team's id, or nil for the token's own account.
    public var team: String?

    public init(address: String, team: String? = nil) {
        self.address = address
        self.team = team
    }
}
