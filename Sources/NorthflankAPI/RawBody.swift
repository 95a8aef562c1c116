#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An answer as it came, byte for byte: JSON, for the decoder has read it.
public struct RawBody: Decodable, Sendable {
    public let bytes: [UInt8]

    public init(from decoder: any Decoder) throws {
        guard let body = decoder.userInfo[.body] as? Data else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no answer to be read from"))
        }
        bytes = Array(body)
    }
}

extension Endpoint {
    /// The same question, whose answer is left as it comes.
    public var raw: Endpoint<RawBody> { Endpoint<RawBody>(operation, ids, query: query, body: body) }
}

extension CodingUserInfoKey {
    /// Where a decoder carries the bytes that it reads.
    static let body = CodingUserInfoKey(rawValue: "northflank.body")!  // a literal: never nil
}
