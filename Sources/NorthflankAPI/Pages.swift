public import Northflank

/// The pages of a list, each one request, asked for only when the one before has been read.
///
/// Ends after the page that says it is the last. Throws `APIError.unexpected` where a page promises another one
/// without a cursor, with a cursor that was there before, or without end.
public struct Pages<Answered: PagedAnswer>: AsyncSequence, Sendable {
    public typealias Element = Answer<Answered>
    public typealias Failure = APIError

    /// The API's largest, so that a list costs the fewest requests.
    public static var perPage: Int { 100 }
    /// A million items: past any account, so a list without end.
    static var pageLimit: Int { 10_000 }

    let client: NorthflankClient
    let endpoint: Endpoint<Answered>

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(client: client, endpoint: endpoint) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let client: NorthflankClient
        let endpoint: Endpoint<Answered>
        private var next: Next = .page(cursor: nil)
        private var seen: Set<String> = []
        private var count = 0

        private enum Next {
            case page(cursor: String?)
            case end
        }

        init(client: NorthflankClient, endpoint: Endpoint<Answered>) {
            self.client = client
            self.endpoint = endpoint
        }

        public mutating func next() async throws(APIError) -> Answer<Answered>? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(APIError) -> Answer<Answered>? {
            guard case .page(let cursor) = next else { return nil }
            next = .end
            let answer = try await client.send(endpoint.page(after: cursor))
            count += 1
            next = try following(answer.value.pagination)
            return answer
        }

        private mutating func following(_ pagination: Pagination) throws(APIError) -> Next {
            guard pagination.hasNextPage else { return .end }
            guard let cursor = pagination.cursor, !cursor.isEmpty else {
                throw strange("pagination.cursor: expected a text, since hasNextPage is true")
            }
            guard seen.insert(cursor).inserted else {
                throw strange("pagination.cursor: expected a new one, found one that was there before")
            }
            guard count < Pages.pageLimit else { throw strange("pagination: expected an end") }
            return .page(cursor: cursor)
        }

        private func strange(_ detail: String) -> APIError {
            .unexpected(status: 200, path: client.shownPath(of: endpoint), detail: detail)
        }
    }
}

extension NorthflankClient {
    /// All pages of a list.
    public func pages<Answered>(_ endpoint: Endpoint<Answered>) -> Pages<Answered> {
        Pages(client: self, endpoint: endpoint)
    }
}

extension Endpoint {
    /// The largest page of a list, the first or the one at a cursor.
    func page(after cursor: String? = nil) -> Self {
        var page = self
        page.query.append(QueryItem("per_page", "100"))
        if let cursor { page.query.append(QueryItem("cursor", cursor)) }
        return page
    }
}
