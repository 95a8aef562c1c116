#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One line of a log.
public struct LogLine: Hashable, Sendable, Decodable {
    public var container: String?
    /// Any JSON: a text from most programs, an object from some. Written by strangers.
    public var content: JSONValue
    public var at: Date?

    public init(container: String? = nil, content: JSONValue, at: Date? = nil) {
        self.container = container
        self.content = content
        self.at = at
    }

    /// What was logged, on one line as far as the program kept to one.
    public var text: String { content.description }

    private enum Keys: String, CodingKey {
        case container = "containerId"
        case content = "log"
        case at = "ts"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        container = fields.text(.container)
        content = fields.optional(.content) ?? .null
        at = fields.time(.at)
    }
}
