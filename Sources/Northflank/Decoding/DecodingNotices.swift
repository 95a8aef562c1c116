internal import Synchronization

/// Collects what a tolerant decoding had to leave out, while one answer is read.
///
/// Handed to the decoder through `userInfo`, since `Decodable` has no other way to say "read, but".
public final class DecodingNotices: Sendable {
    /// How many texts are kept. A list of 20,000 odd items is told as well by the first few.
    private static let limit = 50

    private struct Kept {
        var texts: [String] = []
        var more = 0
    }

    private let kept = Mutex(Kept())

    public init() {}

    /// In the order they were met; a text stands once however often it happened, and only the first ones stand.
    public var all: [String] {
        kept.withLock { $0.more == 0 ? $0.texts : $0.texts + ["and \($0.more) more"] }
    }

    public func add(_ text: String) {
        kept.withLock { kept in
            if kept.texts.contains(text) { return }
            if kept.texts.count < Self.limit { kept.texts.append(text) } else { kept.more += 1 }
        }
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
