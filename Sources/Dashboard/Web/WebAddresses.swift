import Northflank

/// Where things are in the web app. The API tells no addresses of pages: beside the front page there is what the user
/// has said.
public struct WebAddresses: Hashable, Sendable {
    /// What a page of its own can be told of.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case project, service, job, addon, build, run, backup
    }

    /// The front page, as Northflank's guide "Use the API" names it.
    public var front = "https://app.northflank.com"
    public var templates: [Kind: WebTemplate] = [:]

    public init() {}

    /// The nearest page there is for a row: its own, that of what it belongs to, or the front page.
    /// - Parameter team: whose account it is; nil for the token's own. A template that wants one isn't used then.
    func page(of row: RowID, team: String?) -> WebPage {
        let (kinds, names) = row.webPlace
        var values = names
        values[.team] = team
        for (index, kind) in kinds.enumerated() {
            if let address = templates[kind]?.address(values) {
                return WebPage(row: row, address: address, isItsOwn: index == 0)
            }
        }
        return WebPage(row: row, address: front, isItsOwn: kinds.isEmpty)
    }
}

/// An address with names in braces: `https://app.example.com/{project}/{service}`.
public struct WebTemplate: Hashable, Sendable {
    /// What stands in braces: ids, as the API has them.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        case team, project, service, job, addon, build, run, backup
    }

    private enum Part: Hashable, Sendable {
        case text(String)
        case id(of: Name)
    }

    private var parts: [Part] = []

    /// - Throws: what is wrong with it, such as a name that a page of this kind doesn't have.
    public init(_ written: String, for kind: WebAddresses.Kind) throws(Refusal) {
        var rest = Substring(written)
        while let start = rest.firstIndex(of: "{") {
            parts.append(.text(String(rest[..<start])))
            guard let end = rest[start...].firstIndex(of: "}") else { throw .openBrace }
            let word = String(rest[rest.index(after: start)..<end])
            guard let name = Name(rawValue: word), kind.names.contains(name) else {
                throw .unknown(word, known: kind.names.map(\.rawValue))
            }
            parts.append(.id(of: name))
            rest = rest[rest.index(after: end)...]
        }
        parts.append(.text(String(rest)))
        guard Self.isAddress(written.filter { $0 != "{" && $0 != "}" }) else { throw .noAddress }
    }

    public enum Refusal: Error, Hashable, Sendable {
        case noAddress, openBrace
        /// No name of this kind of page, and those that there are.
        case unknown(String, known: [String])
    }

    /// Whether it is a web address, and nothing that a browser or a terminal could take for something else.
    public static func isAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix), text.utf8.count > scheme.utf8.count
        else { return false }
        return text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
    }

    /// Nil where an id is missing.
    func address(_ ids: [Name: String]) -> String? {
        var address = ""
        for part in parts {
            switch part {
            case .text(let text): address += text
            case .id(let name):
                guard let id = ids[name] else { return nil }
                address += Self.encoded(id)
            }
        }
        return address
    }

    /// All but RFC 3986's unreserved characters as `%XX`, so that an id is one step of a path whatever it holds.
    private static func encoded(_ id: String) -> String {
        id.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        .joined()
    }
}

extension WebAddresses.Kind {
    /// What its template can hold.
    fileprivate var names: [WebTemplate.Name] {
        switch self {
        case .project: [.team, .project]
        case .service: [.team, .project, .service]
        case .job: [.team, .project, .job]
        case .addon: [.team, .project, .addon]
        case .build: [.team, .project, .service, .build]
        case .run: [.team, .project, .job, .run]
        case .backup: [.team, .project, .addon, .backup]
        }
    }
}

extension RowID {
    /// The kinds of pages that are about it, the nearest first, and the ids on the way there.
    fileprivate var webPlace: (kinds: [WebAddresses.Kind], ids: [WebTemplate.Name: String]) {
        var ids: [WebTemplate.Name: String] = [:]
        ids[.project] = project?.rawValue
        var kinds: [WebAddresses.Kind]
        switch self {
        case .allProjects: kinds = []
        case .project: kinds = [.project]
        case .service(let service), .latestBuild(let service):
            kinds = [.service, .project]
            ids[.service] = service.service.rawValue
        case .build(let build):
            kinds = [.build, .service, .project]
            ids[.service] = build.service.service.rawValue
            ids[.build] = build.build.rawValue
        case .job(let job):
            kinds = [.job, .project]
            ids[.job] = job.job.rawValue
        case .run(let run):
            kinds = [.run, .job, .project]
            ids[.job] = run.job.job.rawValue
            ids[.run] = run.run.rawValue
        case .addon(let addon):
            kinds = [.addon, .project]
            ids[.addon] = addon.addon.rawValue
        case .backup(let backup):
            kinds = [.backup, .addon, .project]
            ids[.addon] = backup.addon.addon.rawValue
            ids[.backup] = backup.backup.rawValue
        }
        return (kinds, ids)
    }
}
