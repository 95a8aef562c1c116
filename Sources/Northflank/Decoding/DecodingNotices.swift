internal import Synchronization

/// Collects what a tolerant decoding had to leave out, while one answer is read.
///
/// Handed to the decoder through `userInfo`, since `Decodable` has no other way to say "read, but".
public final class DecodingNotices: Sendable {
    private let texts = Mutex<[String]>([])

    public init() {}

    /// In the order they were met; a text stands once however often it happened.
    public var all: [String] { texts.withLock { $0 } }

    public func add(_ text: String) {
        texts.withLock { if !$0.contains(text) { $0.append(text) } }
    }
}

extension CodingUserInfoKey {
    /// Where a decoder carries its `DecodingNotices`.
    public static let notices = CodingUserInfoKey(rawValue: "northflank.notices")!  // a literal: never nil
}

extension Decoder {
    func notice(_ text: String) {
        (userInfo[.notices] as? DecodingNotices)?.add(text)
    }
}

extension [any CodingKey] {
    /// `data.builds[3].createdAt`
    public var dottedPath: String {
        reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
