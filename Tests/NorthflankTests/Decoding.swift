import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a text decodes to, and what had to be noted on the way.
func decode<Value: Decodable>(_ type: Value.Type = Value.self, _ json: String) throws -> (Value, notices: [String]) {
    let notices = DecodingNotices()
    let decoder = JSONDecoder()
    decoder.userInfo[.notices] = notices
    return (try decoder.decode(Value.self, from: Data(json.utf8)), notices.all)
}

/// An answer about one thing: `{"data": …}`.
struct One<Value: Decodable>: Decodable {
    var data: Value
}

/// An answer that lists things: `{"data": {"<plural>": […]}, "pagination": …}`.
struct Many<Item: Decodable & Sendable>: Decodable {
    var data: [String: TolerantList<Item>]
    var pagination: Pagination
}

/// A moment as the tests write it: always ISO 8601 with milliseconds, in UTC, parsed by Foundation and not by us.
func moment(_ text: String) throws -> Date {
    try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
}
