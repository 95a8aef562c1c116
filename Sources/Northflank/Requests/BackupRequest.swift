#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

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

    /// A name that no other backup has, within the contract's pattern and its 39 characters: by it a backup whose
    /// answer was lost is found again.
    /// - Parameters:
    ///   - seed: Another for each program that is started.
    ///   - number: Tells those of one moment apart.
    public static func uniqueName(at now: Date, seed: UInt64, number: Int = 0) -> String {
        let seconds = UInt64(max(0, now.timeIntervalSince1970))
        var mixed = (seed &+ seconds &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(number)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return "northwatch-\(CivilTime(now).compact)-\(String(mixed >> 40, radix: 36))"
    }

    public var json: JSONValue {
        [
            "name": .string(name), "backupType": .string(method.rawValue),
            "compressionType": compression.map { .string($0.rawValue) },
        ]
    }
}
