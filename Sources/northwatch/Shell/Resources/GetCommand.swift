internal import ArgumentParser
internal import Northflank
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch get KIND [NAME]`: lists, and single things.
struct GetCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Lists things of the account, or shows one: as a table, JSON, YAML or names.",
        discussion: """
            Ids and names are taken in any case. JSON and YAML are the API's own items. A list of every project costs \
            a request for each; reading stops where the rest of the hour's requests is kept for actions, and says so.

            KINDS
            \(ResourceKind.listing)

            EXIT CODES
            \(ShellExit.listing())

            EXAMPLES
              northwatch get services
              northwatch get services shop
              northwatch get service shop/api -o yaml
              northwatch get builds shop/api --limit 5
              northwatch get build shop/api/swift-fox-12 -o json | jq -r .status
              northwatch get jobs -o name | xargs -n1 northwatch get runs --limit 1
            """
    )

    @ParentCommand var parent: Northwatch

    @Argument(
        help: ArgumentHelp("What to get, of the kinds above.", valueName: "kind"),
        completion: .list(ResourceKind.allCases.map(\.rawValue)), transform: ResourceKind.named)
    var kind: ResourceKind

    @Argument(
        help: ArgumentHelp("Which, as listed above; all of them otherwise.", valueName: "name"),
        completion: Completions.resources)
    var name: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, yaml, name
    }

    @Option(name: .shortAndLong, help: ArgumentHelp("How to print it: table, json, yaml or name.", valueName: "format"))
    var output = Format.table

    @Option(
        help: ArgumentHelp(
            "How many of each list at most; 0 is all.",
            discussion: "100 for what has a history, such as builds and runs, and all of anything else.",
            valueName: "n"))
    var limit: Int?

    @OptionGroup var options: ShellOptions

    func validate() throws {
        if let limit, limit < 0 { throw Complaint.usage("--limit \(limit) is not 0 or more") }
    }

    /// Nil is all.
    private var most: Int? {
        guard let limit else { return kind.definition.isHistory ? 100 : nil }
        return limit == 0 ? nil : limit
    }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        let found = try await ResourceReader(account: account, kind: kind, limit: most).read(name)
        try put(found)
        if found.items.isEmpty, found.failures.isEmpty, output == .table { Line.note("there are no \(kind.words)") }
        if found.isCut { Line.note("there are more \(kind.words); --limit 0 lists all") }
        for failure in found.failures { failure.say() }
        return found.failures.first.flatMap { ShellExit(rawValue: $0.code) } ?? .well
    }

    private func put(_ found: FoundResources) throws(Complaint) {
        let values = found.items.map(\.value)
        let answer = found.isOne ? values[0] : JSONValue.array(values)
        switch output {
        case .json: try JSONOutput.put(answer)
        case .yaml: Line.putPrepared(YAMLOutput.text(answer), on: STDOUT_FILENO)
        case .name: for item in found.items { Line.put(Self.name(of: item, kind), on: STDOUT_FILENO) }
        case .table:
            guard !found.items.isEmpty else { return }
            Printer().putTable(Self.table(found, kind, at: Date()))
        }
    }

    /// As it is given back: `shop/api/swift-fox-12`
    static func name(of item: FoundResources.Item, _ kind: ResourceKind) -> String {
        (item.place + [item.value[kind.definition.id]?.description ?? "?"]).joined(separator: "/")
    }

    /// Things of projects tell which.
    static func table(_ found: FoundResources, _ kind: ResourceKind, at now: Date) -> TextTable {
        let columns = kind.definition.columns
        var hasProject = false
        if case .project = kind.definition.place { hasProject = true }
        return TextTable(
            (hasProject ? ["PROJECT"] : []) + columns.map(\.title),
            found.items.map { item in
                (hasProject ? item.place.prefix(1).map { Span($0, .text) } : [])
                    + columns.map { $0.cell(of: item.value, at: now) }
            })
    }
}
