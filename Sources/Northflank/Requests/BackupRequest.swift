/// How to back up.
public struct BackupRequest: RequestBody {
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// A copy of the disk; every addon can.
        case snapshot
        /// The database's own dump; only where the addon's type says so.
        case dump
    }

    public enum Compression: String, Hashable, Sendable, CaseIterable {
        case gz
        case zstd
    }

    /// Unique, so that a backup whose answer was lost can be found again by it.
    public var name: String
    public var method: Method
    /// Nil for the API's own choice.
    public var compression: Compression?

    public init(name: String, method: Method, compression: Compression? = nil) {
        self.name = name
        self.method = method
        self.compression = compression
    }

    public var json: JSONValue {
        [
            "name": .string(name), "backupType": .string(method.rawValue),
            "compressionType": compression.map { .string($0.rawValue) },
        ]
    }
}
