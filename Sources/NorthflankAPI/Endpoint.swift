public import Northflank

/// One operation of the API's contract, filled in: all that a request needs, and what its answer reads as. A value,
/// so that a test can say exactly what is sent.
public struct Endpoint<Response: Decodable & Sendable>: Sendable {
    public var operation: APIOperation
    /// What stands for the `{…}` of the operation's path, in their order.
    public var ids: [String]
    public var query: [QueryItem]
    /// Sent as JSON; nil sends no body.
    public var body: JSONValue?

    public init(_ operation: APIOperation, _ ids: [String] = [], query: [QueryItem] = [], body: JSONValue? = nil) {
        self.operation = operation
        self.ids = ids
        self.query = query
        self.body = body
    }

    public var path: PathTemplate { PathTemplate(operation.path, ids) }

    /// What the contract would refuse, known before anything is sent; nil where nothing is wrong.
    public var problem: APIError.Problem? {
        guard path.filled != nil else {
            return APIError.Problem(status: 0, message: "an id is empty, or made of dots only")
        }
        guard let problems = operation.body?.problems(with: body), !problems.isEmpty else { return nil }
        // Status 0: no server has refused it.
        return APIError.Problem(
            status: 0, message: "", details: .object(problems.mapValues(JSONValue.string)))
    }
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

    public init(_ template: String, _ ids: [String]) {
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
