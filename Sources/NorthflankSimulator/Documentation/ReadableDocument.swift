import Northflank

/// The same for people: one page of HTML that needs nothing from elsewhere.
enum ReadableDocument {
    static func html(of routes: [Route]) -> String {
        var groups: [(name: String, operations: [APIOperation])] = []
        for operation in routes.map(\.operation) {
            if let index = groups.firstIndex(where: { $0.name == operation.group }) {
                groups[index].operations.append(operation)
            } else {
                groups.append((operation.group, [operation]))
            }
        }
        let index = groups.map { "<a href=\"#\($0.name)\">\($0.name)</a>" }.joined(separator: " · ")
        let sections = groups.map { group in
            "<h2 id=\"\(group.name)\">\(group.name)</h2>\n" + group.operations.map(section).joined(separator: "\n")
        }
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Simulated Northflank API</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>\(style)</style></head><body>
            <h1>Simulated Northflank API</h1>
            <p>What <code>northwatch simulate</code> serves, and no more. Send a bearer token; the same paths are under
            <code>/v1/teams/{teamId}</code>. For programs: <a href="swagger-json">swagger-json</a>.</p>
            <nav>\(index)</nav>
            \(sections.joined(separator: "\n"))
            </body></html>

            """
    }

    private static func section(_ operation: APIOperation) -> String {
        var parts = [
            "<summary><b class=\"\(operation.method.rawValue)\">\(operation.method.rawValue)</b> "
                + "<code>/v1/\(escaped(operation.path))</code> <i>\(operation.id)</i></summary>"
        ]
        if let permission = operation.permission { parts.append("<p>Needs <q>\(escaped(permission))</q></p>") }
        if !operation.query.isEmpty {
            let names = operation.query.map { "<code>\($0.name)</code>" }.joined(separator: ", ")
            parts.append("<p>Query: \(names)</p>")
        }
        if let body = operation.body { parts.append("<p>Body</p>\n\(list(body))") }
        return "<details>\(parts.joined(separator: "\n"))</details>"
    }

    private static func list(_ schema: Schema) -> String {
        guard case .object(let fields, let alternatives) = schema else { return "" }
        let items = fields.map { field in
            "<li><code>\(escaped(field.name))</code>\(field.isRequired ? "<sup>required</sup>" : "") "
                + "\(escaped(field.schema.words))\(inner(field.schema))</li>"
        }
        let choice = alternatives.isEmpty ? "" : "<p>At most one of \(alternatives.joined(separator: ", ")).</p>"
        return "\(choice)<ul>\(items.joined())</ul>"
    }

    private static func inner(_ schema: Schema) -> String {
        switch schema {
        case .object: list(schema)
        case .list(let item): inner(item)
        case .text, .word, .integer, .number, .flag, .map, .either: ""
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static let style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        code { font-family: ui-monospace, monospace; font-size: .9em; }
        details { border-top: 1px solid #8884; padding: .4rem 0; } summary { cursor: pointer; }
        summary i { color: #888; } summary b { display: inline-block; width: 4.5rem; }
        .GET { color: #0a7d4f; } .POST { color: #1558b0; } .DELETE { color: #b3261e; }
        sup { color: #b3261e; margin-left: .3rem; } :root { color-scheme: light dark; }
        """
}
