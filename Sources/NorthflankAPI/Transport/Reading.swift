internal import NIOCore
internal import NIOHTTP1
internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Turns what came over the wire into the endpoint's answer or an error.
struct Reading<Response: Decodable & Sendable> {
    let endpoint: Endpoint<Response>
    /// As it was asked for, the base URL's path included.
    let path: String
    let token: APIToken

    func read(_ received: Transport.Received) -> Result<Answer<Response>, SendFailure> {
        let head = received.head
        guard (200...299).contains(head.status) else { return .failure(refusal(received)) }
        switch received.body {
        case .failure(let failure):
            let error = failure.apiError(status: head.status, path: path)
            return .failure(SendFailure(error: error, leavesDoubt: true, accepted: true))
        case .success(let buffer):
            let body = Data(buffer.readableBytesView)
            // What has nothing to say may say it with no body at all.
            return decode(body.isEmpty && Response.self == Accepted.self ? Data("{}".utf8) : body, head)
        }
    }

    private func decode(_ body: Data, _ head: Transport.Head) -> Result<Answer<Response>, SendFailure> {
        let notices = DecodingNotices()
        let decoder = JSONDecoder()
        decoder.userInfo[.notices] = notices
        decoder.userInfo[.body] = body
        do {
            let value = try decoder.decode(Response.self, from: body)
            return .success(
                Answer(value: value, notices: notices.all, rateLimit: head.headers.rateLimit, status: head.status))
        } catch {
            return .failure(
                SendFailure(
                    error: .unexpected(status: head.status, path: path, detail: detail(error, body, head)),
                    leavesDoubt: true, accepted: true))
        }
    }

    private func detail(_ error: any Error, _ body: Data, _ head: Transport.Head) -> String {
        // Of text that isn't JSON the decoder can only say so; what it seems to be helps more.
        if case DecodingError.dataCorrupted(let context) = error, context.codingPath.isEmpty {
            return notJSON(body, contentType: head.headers.first(name: "content-type"))
        }
        return bounded(token.redacting(decodingProblem(error)), to: ErrorAnswer.textLimit)
    }

    /// A 4xx says that nothing happened, whatever its body; after a 5xx or a redirect that isn't certain.
    private func refusal(_ received: Transport.Received) -> SendFailure {
        let head = received.head
        if case .failure(let failure) = received.body, failure.kind == .cancelled {
            return SendFailure(error: .cancelled, leavesDoubt: !(400...499).contains(head.status))
        }
        let body = (try? received.body.get()).map { Data($0.readableBytesView) } ?? Data()
        let answer = ErrorAnswer(
            status: head.status, body: body, contentType: head.headers.first(name: "content-type"),
            retryAfter: head.headers.retryAfter, path: path, permission: endpoint.operation.permission, token: token)
        return SendFailure(error: answer.error(), leavesDoubt: !(400...499).contains(head.status))
    }
}
