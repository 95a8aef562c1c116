extension ScriptedServer.Step {
    /// A whole answer with its length.
    static func answer(_ status: Int = 200, _ headers: [String] = [], _ body: String = "") -> Self {
        let lines =
            ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.utf8.count)", "Content-Type: application/json"]
            + headers
        return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// An answer with a body of JSON.
    static func json(_ body: String, status: Int = 200, _ headers: [String] = []) -> Self {
        answer(status, headers, body)
    }

    /// The API's envelope around an error.
    static func error(_ status: Int, _ message: String, _ headers: [String] = []) -> Self {
        answer(status, headers, #"{"error": {"status": \#(status), "message": "\#(message)"}}"#)
    }
}

/// A page of projects `p<first>` to `p<last>`.
func projectPage(_ ids: ClosedRange<Int>, cursor: String? = nil) -> String {
    let projects = ids.map { #"{"id": "p\#($0)", "name": "Project \#($0)"}"# }.joined(separator: ", ")
    let next = cursor.map { #", "cursor": "\#($0)""# } ?? ""
    return
        #"{"data": {"projects": [\#(projects)]}, "pagination": {"hasNextPage": \#(cursor != nil), "count": 1\#(next)}}"#
}

/// A list of builds, each `(id, createdAt)`.
func buildPage(_ builds: [(id: String, createdAt: String)], hasNextPage: Bool = false) -> String {
    let items = builds.map { #"{"id": "\#($0.id)", "branch": "main", "createdAt": "\#($0.createdAt)"}"# }
    return
        #"{"data": {"builds": [\#(items.joined(separator: ", "))]}, "pagination": {"hasNextPage": \#(hasNextPage), "count": 1}}"#
}
