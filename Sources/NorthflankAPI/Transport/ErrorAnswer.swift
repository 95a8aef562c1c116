internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads an answer that isn't a 2xx.
struct ErrorAnswer {
    var status: Int
    /// Empty where it couldn't be read.
    var body: Data
    var contentType: String?
    var retryAfter: Duration?
    var path: String
    var permission: String?
    var token: APIToken

    /// The longest text of a stranger that an error carries.
    static let textLimit = 500

    func error() -> APIError {
        let envelope = envelope
        let problem = envelope ?? APIError.Problem(status: status, message: phrase)
        switch status {
        case 401: return .unauthorized(problem)
        // The window of an hour began at most an hour ago; without a word on when, a minute is a fair guess.
        case 429: return .rateLimited(problem, retryAfter: retryAfter ?? .seconds(60))
        case 500...599: return .server(problem)
        default: break
        }
        // Any web server has a 404 page of its own, and it doesn't mean that a project is gone.
        guard envelope != nil else { return .unexpected(status: status, path: path, detail: shape) }
        return switch status {
        case 400, 422: .invalid(problem)
        case 403: .forbidden(problem, permission: permission)
        case 404: .notFound(problem)
        case 409: .conflict(problem)
        default: .unexpected(status: status, path: path, detail: "\(problem.text)")
        }
    }

    /// `{"error": {"status", "message", "id", "details"}}`; nil where it is anything else.
    private var envelope: APIError.Problem? {
        guard case .object(let object)? = try? JSONDecoder().decode(JSONValue.self, from: body),
            case .object(let error)? = object["error"]
        else { return nil }
        var problem = APIError.Problem(status: status, message: phrase)
        if case .string(let message)? = error["message"], !message.isEmpty { problem.message = tamed(message) }
        if case .string(let id)? = error["id"] { problem.id = tamed(id) }
        if let details = error["details"], details != .null { problem.details = tamed(details) }
        return problem
    }

    private func tamed(_ details: JSONValue) -> JSONValue {
        let text = details.description
        let tame = tamed(text)
        return tame == text ? details : .string(tame)
    }

    private func tamed(_ text: String) -> String { bounded(token.redacting(text), to: Self.textLimit) }

    private var shape: String {
        if (300...399).contains(status) { return "expected an answer, found a redirect" }
        if body.isEmpty { return "expected JSON, found nothing" }
        let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: body)) != nil
        return isJSON ? "error: expected an object, found something else" : notJSON(body, contentType: contentType)
    }

    private var phrase: String {
        switch status {
        case 400: "bad request"
        case 401: "the token is wrong, expired or revoked"
        case 403: "forbidden"
        case 404: "not found"
        case 409: "conflict"
        case 422: "unprocessable"
        case 429: "too many requests"
        case 500: "internal error"
        case 502: "bad gateway"
        case 503: "unavailable"
        case 504: "gateway timeout"
        default: "status \(status)"
        }
    }
}

/// What a body that can't be parsed seems to be.
func notJSON(_ body: Data, contentType: String?) -> String {
    let first = body.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
    let kind = contentType?.split(separator: ";").first.map(String.init) ?? ""
    if first == nil { return "expected JSON, found nothing" }
    if first == UInt8(ascii: "<") || kind.contains("html") { return "expected JSON, found HTML" }
    if kind.isEmpty || kind.contains("json") { return "expected JSON, found something that isn't, or is cut off" }
    return "expected JSON, found \(bounded(kind, to: 60))"
}

/// Counted in scalars: a single character can be a megabyte of combining marks.
func bounded(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
        end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
}
