import Northflank
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the contract says of our operations, word for word: method, path, permission, and of each body the fields
/// that this project may send. Taken from its OpenAPI document, unions laid on top of each other.
private struct Contract {
    let operations: [String: JSONValue]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Contract/operations.json")
        operations = try JSONDecoder().decode([String: JSONValue].self, from: Data(contentsOf: file))
    }
}

@Test func everyOperationIsOneOfTheContracts() throws {
    let contract = try Contract().operations
    // The contract is silent on the list of addon types, which the public guide uses.
    let ours = APIOperation.allCases.filter { $0 != .listAddonTypes }
    #expect(Set(ours.map(\.id)) == Set(contract.keys))
    for operation in ours {
        let its = contract[operation.id]
        #expect(its?["method"]?.text == operation.method.rawValue, "\(operation)")
        #expect(its?["path"]?.text == "/v1/\(operation.path)", "\(operation)")
        #expect(its?["permission"]?.text == operation.permission, "\(operation)")
        #expect((its?["body"] != nil) == (operation.body != nil), "\(operation)")
    }
}

@Test(arguments: APIOperation.allCases.filter { $0.body != nil })
func everyBodyIsTheContracts(operation: APIOperation) throws {
    let fields = try #require(try Contract().operations[operation.id]?["body"]?.members)
    let schema = try #require(operation.body)
    for (path, ours, isRequired) in schema.leaves(at: "") {
        let its = try #require(fields[path], "the contract has no \(path)")
        switch ours {
        case .text(let rule):
            #expect(its["pattern"]?.text == rule.pattern?.text, "\(path)")
            if let least = its["minLength"]?.integer { #expect(rule.length?.lowerBound == least, "\(path)") }
            if let most = its["maxLength"]?.integer { #expect(rule.length?.upperBound == most, "\(path)") }
        case .word(let words):
            #expect(its["enum"]?.items?.compactMap(\.text) == words, "\(path)")
        case .integer: #expect(its["type"]?.text == "integer", "\(path)")
        case .number: #expect(its["type"]?.text == "number", "\(path)")
        case .flag: #expect(its["type"]?.text == "boolean", "\(path)")
        case .map: #expect(its["type"]?.text == "object", "\(path)")
        case .list, .object, .either: break
        }
        // Of objects and unions the contract never says that they are required.
        if its["required"]?.flag == true, !schema.isUnion { #expect(isRequired, "\(path)") }
    }
}

extension Schema {
    fileprivate var isUnion: Bool {
        guard case .object(_, let alternatives) = self else { return false }
        return !alternatives.isEmpty
    }

    /// Everything in it that is no object, by its path in the notation of the fixture.
    fileprivate func leaves(at path: String, required: Bool = false) -> [(String, Schema, Bool)] {
        switch self {
        case .object(let fields, _):
            fields.flatMap { field in
                field.schema.leaves(at: path.isEmpty ? field.name : "\(path).\(field.name)", required: field.isRequired)
            }
        case .list(let item): item.leaves(at: "\(path)[]")
        // Two rules for one field: the fixture knows only the fields, not the union.
        case .either: []
        default: [(path, self, required)]
        }
    }
}

@Test(arguments: Pattern.allCases)
func everyPatternFitsWhatTheContractsOwnDoes(pattern: Pattern) throws {
    // The two are written differently: Swift's syntax asks for escapes that the contract's doesn't.
    let its = try Regex(pattern.text.replacing("[\\];", with: "\\[\\];").replacing("~ [\\]", with: "~ \\[\\]"))
    for text in samples where !(pattern == .description && text.isEmpty) {
        #expect(pattern.fits(text) == text.contains(its), "\(pattern) and \(text.debugDescription)")
    }
}

private let samples = [
    "", "a", "A1", "web", "Web shop", "web-shop", "web--shop", "-web", "web-", "1web", "web_shop", "web  shop", "ünï",
    "a/b", "a:b", "Before 4/5:30 migration", "#EF233C", "#fff", "#ffff", "EF233C", "team/cluster-1", "org/x", "/x",
    "/Dockerfile", "/", "/a/b.c", "/a//b", "Dockerfile", "/a b", "nginx:latest", "nginx", "ghcr.io/lumen/tool:v1",
    "https://ghcr.io/v1/tool@sha256:abc", "nginx:", ":latest", "* * * * *", "*/5 * * * *", "0 3 * * 1-5", "@daily",
    "@never", "0 3 * *", "https://github.com/owner/name", "github.com/owner/name", "http://github.com/owner/name",
    "https://github.com", "www.github.com/owner/name", "feature/*", "a?b", "a[b]", "/health?x=1&y=2", "/health?",
    "Plain words, (really)!", "<b>", "nf-compute-50", "target_1", "a.b",
]

@Test func everyQueryIsTheContracts() throws {
    let contract = try Contract().operations
    for operation in APIOperation.allCases where !operation.query.isEmpty {
        let known = Set(contract[operation.id]?["query"]?.items?.compactMap(\.text) ?? [])
        for parameter in operation.query { #expect(known.contains(parameter.name), "\(operation) \(parameter.name)") }
    }
}
