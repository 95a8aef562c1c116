public import Northflank

/// One operation of the API's contract, filled in: all that a request needs, and what its answer reads as. A value,
/// so that a test can say exactly what is sent.
public struct Endpoint<Response: Decodable & Sendable>: Sendable {
    /// The contract's `operationId`.
    public var operation: String
    public var method: RequestMethod
    public var path: PathTemplate
    public var query: [QueryItem]
    /// Sent as JSON; nil sends no body.
    public var body: JSONValue?
    /// The contract's `x-required-permission`; nil where it is silent.
    public var permission: String?
    public var scope: EndpointScope

    public init(
        _ operation: String, _ method: RequestMethod, _ path: PathTemplate, query: [QueryItem] = [],
        body: JSONValue? = nil, permission: String? = nil, scope: EndpointScope = .account
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.permission = permission
        self.scope = scope
    }
}

public enum RequestMethod: String, Sendable, Hashable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
}

/// Whose an operation is.
public enum EndpointScope: Sendable, Hashable {
    /// The account's: with a team, the same path under `/v1/teams/{teamId}` (the contract's `x-team-path`).
    case account
    /// The platform's, the same for all: no team path.
    case platform
}

public struct QueryItem: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// `name=value`, percent-encoded.
    var encoded: String { "\(percentEncoded(name))=\(percentEncoded(value))" }
}

/// A path as the contract writes it, relative to `/v1`, and the ids that stand for its `{…}` in their order.
public struct PathTemplate: Sendable, Hashable {
    /// `projects/{projectId}/services`
    public let template: String
    public let ids: [String]

    public init(_ template: String, _ ids: String...) {
        self.template = template
        self.ids = ids
    }

    /// With the ids in place, percent-encoded; nil where an id would change the path's shape, or is missing.
    public var filled: String? {
        var rest = ids[...]
        var segments: [String] = []
        for segment in template.split(separator: "/") {
            guard segment.hasPrefix("{") else {
                segments.append(String(segment))
                continue
            }
            // Servers read `.` and `..` as steps even when they are percent-encoded.
            guard let id = rest.popFirst(), !id.isEmpty, id != ".", id != ".." else { return nil }
            segments.append(percentEncoded(id))
        }
        return rest.isEmpty ? segments.joined(separator: "/") : nil
    }
}

/// All but RFC 3986's unreserved characters as `%XX` of their UTF-8.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            bytes.append(byte)
        default:
            bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
