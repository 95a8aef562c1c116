import HTTPTypes
import Hummingbird
import NIOCore
import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Router<SimulatorContext> {
    /// Serves every route under `/v1`, and under `/v1/teams/{teamId}` too: there is one account, and every team's id
    /// leads to it.
    func serve(_ routes: [Route], on simulator: Simulator) {
        var methods: [String: [RequestMethod]] = [:]
        for route in routes { methods["/\(route.operation.path)", default: []].append(route.operation.method) }
        for prefix in ["/v1", "/v1/teams/{teamId}"] {
            for route in routes {
                let method = HTTPRequest.Method(rawValue: route.operation.method.rawValue) ?? .get
                on(RouterPath("\(prefix)/\(route.operation.path)"), method: method) { request, context in
                    try simulator.answer(route, try await Call(request, context))
                }
            }
            for (path, allowed) in methods { refuse(path: prefix + path, except: allowed) }
        }
    }

    /// What is served, for programs and for people.
    func serveDocumentation(of routes: [Route]) {
        get("/v1/swagger-json") { _, _ in Response(OpenAPI.document(of: routes)) { $0 } }
        get("/v1/swagger-html") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: ReadableDocument.html(of: routes))))
        }
    }

    private func refuse(path: String, except allowed: [RequestMethod]) {
        for other in RequestMethod.allCases where !allowed.contains(other) {
            on(RouterPath(path), method: HTTPRequest.Method(rawValue: other.rawValue) ?? .get) { _, _ -> Response in
                throw Refusal(status: 405, message: "Method \(other.rawValue) is not allowed here")
            }
        }
    }
}

extension Call {
    init(_ request: Request, _ context: SimulatorContext) async throws {
        for (name, value) in context.parameters {
            parameters[String(name)] = percentDecoded(value)
        }
        for (name, value) in request.uri.queryParameters {
            query[String(name)] = String(value)
            repeated[String(name), default: []].append(String(value))
        }
        let sent = try await request.body.collect(upTo: 4_194_304)
        let bytes = Data(sent.readableBytesView)
        guard !bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: bytes) else {
            throw Refusal.badRequest("The body is not valid JSON")
        }
        body = value
    }
}

/// A part of a path with its `%2F` and the like as what they stand for; what isn't UTF-8 stays as it came.
private func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let code = UInt8(Substring(rest.prefix(2)), radix: 16) {
            bytes.append(code)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
}
