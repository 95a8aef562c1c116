#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which part of a list is wanted. A cursor names the item that came last, so that items that appear in front of it
/// in the meantime neither repeat nor hide others.
struct PageRequest {
    var size = 50
    var page = 1
    var after: String?

    init(_ query: [String: String]) throws(Refusal) {
        if let text = query["per_page"] {
            guard let size = Int(text), (1...100).contains(size) else {
                throw .invalid("per_page", "must be a whole number from 1 to 100")
            }
            self.size = size
        }
        if let text = query["page"] {
            guard let page = Int(text), page >= 1 else { throw .invalid("page", "must be a whole number from 1") }
            self.page = page
        }
        if let text = query["cursor"] { after = try Self.id(of: text) }
    }

    static func cursor(after id: String) -> String { Data("after:\(id)".utf8).base64EncodedString() }

    private static func id(of cursor: String) throws(Refusal) -> String {
        guard let data = Data(base64Encoded: cursor), let text = String(validating: data, as: UTF8.self),
            text.hasPrefix("after:")
        else { throw .invalid("cursor", "is not one that a list gave") }
        return String(text.dropFirst("after:".count))
    }
}

extension Call {
    /// The wanted part of a list as `{"data": {name: […]}, "pagination": …}`, or without a name straight at `data`. Only that part is rendered.
    func page<Items: RandomAccessCollection>(
        of items: Items, as name: String?, id: (Items.Element) -> String, render: (Items.Element) -> JSON
    ) throws(Refusal) -> JSON {
        let request = try PageRequest(query)
        var first = items.index(
            items.startIndex,
            offsetBy: min((request.page - 1).multipliedReportingOverflow(by: request.size).0, items.count))
        if let after = request.after {
            guard let last = items.firstIndex(where: { id($0) == after }) else {
                throw .invalid("cursor", "names an item that is gone")
            }
            first = items.index(after: last)
        }
        let part = items[first...].prefix(request.size)
        let hasNext = part.endIndex < items.endIndex
        return [
            "data": name.map { .object([($0, .array(part.map(render)))]) } ?? .array(part.map(render)),
            "pagination": [
                "hasNextPage": .bool(hasNext),
                "cursor": hasNext ? part.last.map { .string(PageRequest.cursor(after: id($0))) } : nil,
                "count": .integer(part.count),
            ],
        ]
    }
}
