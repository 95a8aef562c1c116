internal import NIOCore
internal import NIOHTTP1
public import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension NorthflankClient {
    /// Sends a request as it is worded, once.
    /// - Throws: where no whole answer came. An answer of any status is one.
    public func send(_ request: RawRequest) async throws(APIError) -> RawAnswer {
        guard !Task.isCancelled else { throw .cancelled }
        let operation = APIOperation(request.method, path: request.path)
        let path = place(of: request)
        let token = token()
        let outgoing = outgoing(request.method, path + request.queryText, body: request.body, token: token)
        let received: Transport.Received
        switch await exchange(outgoing, as: operation?.id ?? request.kind) {
        case .success(let answer): received = answer
        case .failure(let failure): throw failure.apiError(status: 0, path: configuration.baseURL.path + path)
        }
        let body: Data
        switch received.body {
        case .success(let buffer): body = Data(buffer.readableBytesView)
        case .failure(let failure):
            throw failure.apiError(status: received.head.status, path: configuration.baseURL.path + path)
        }
        return RawAnswer(
            status: received.head.status,
            body: token.redacting(String(decoding: body, as: UTF8.self)),
            error: refusal(received.head, body, path, operation?.permission, token),
            rateLimit: received.head.headers.rateLimit)
    }

    /// A team's projects are under the team's path; nothing else is known to be there.
    private func place(of request: RawRequest) -> String {
        guard let team = configuration.team, request.path.split(separator: "/").first == "projects" else {
            return "/\(request.path)"
        }
        return "/teams/\(percentEncoded(team))/\(request.path)"
    }

    private func refusal(
        _ head: Transport.Head, _ body: Data, _ path: String, _ permission: String?, _ token: APIToken
    ) -> APIError? {
        guard !(200...299).contains(head.status) else { return nil }
        return ErrorAnswer(
            status: head.status, body: body, contentType: head.headers.first(name: "content-type"),
            retryAfter: head.headers.retryAfter, path: configuration.baseURL.path + path, permission: permission,
            token: token
        ).error()
    }
}
