internal import ArgumentParser
internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Store

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a shell offers behind TAB: names that are remembered, so that it costs no request and needs no network.
enum Completions {
    /// Projects.
    static let projects = offer { known, _ in known.projectIDs }

    /// Services, jobs or addons, as project/id.
    static func names(_ kinds: [NamedKind]) -> CompletionKind {
        offer { known, _ in known.names(kinds) }
    }

    /// What belongs to the service, the job or the addon that stands before it.
    /// - Parameter latest: whether "latest" will do.
    static func parts(_ parts: [CompletedPart], latest: Bool = false) -> CompletionKind {
        offer { known, words in parts.flatMap { known.parts($0, words) } + (latest ? ["latest"] : []) }
    }

    /// Services of the project of the service that stands before it, as their ids.
    static let neighbours = offer { known, words in known.neighbours(words) }

    /// Plans that something is known to run on.
    static let plans = offer { known, _ in known.plans }

    /// What can be given to `get`, by the kind that stands before it.
    static let resources = offer { known, words in
        guard let kind = words.lazy.compactMap(ResourceKind.init(argument:)).first else { return [] }
        return switch kind.definition.place {
        case .account: kind == .projects ? known.projectIDs : []
        case .project: known.projectIDs + known.names(NamedKind(rawValue: kind.singular).map { [$0] } ?? [])
        case .thing(let operations): known.names(Array(operations.keys))
        case .inside: known.projectIDs.map { "\($0)/" }
        }
    }

    /// Paths of the API: of the projects, and of what is in them.
    static let paths = offer { known, _ in known.paths }

    /// Pages of the manual.
    static let pages = CompletionKind.custom { _, _, prefix in
        fitting(prefix, ((try? ToolDescription.northwatch().pages) ?? []).map(\.title).filter { !$0.isEmpty })
    }

    private static func offer(
        _ all: @escaping @Sendable (CompletedAccount, [String]) -> [String]
    ) -> CompletionKind {
        .custom { words, _, prefix in fitting(prefix, all(remembered(words), words)) }
    }

    /// The accounts of the configuration.
    static let contexts = CompletionKind.custom { words, _, prefix in
        let options = options(words)
        let configuration = try? options.configuration.configuration(ProcessEnvironment.take())
        return fitting(prefix, configuration?.contexts.map(\.name) ?? [])
    }

    /// Ids come from the API, and go to a shell: whatever it might read otherwise is left out.
    private static func fitting(_ prefix: String, _ words: [String]) -> [String] {
        let isPlain: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
        return Set(words).filter { $0.hasPrefix(prefix) && $0.allSatisfy(isPlain) }.sorted()
    }

    /// What the account of a command line that is being typed was last seen to hold; nothing where that can't be told.
    private static func remembered(_ words: [String]) -> CompletedAccount {
        let options = options(words)
        let environment = ProcessEnvironment.take()
        guard let northwatch = try? Northwatch.parse([]),
            let account = try? options.accounts(under: northwatch, environment).first(options.configuration.context),
            let directory = options.directory(under: northwatch, environment), access(directory.path, F_OK) == 0
        else { return CompletedAccount() }
        do throws(StoreProblem) {
            let database = try StateDatabase.open(directory, repairs: false).database
            let place = Place(address: account.baseURL.description, team: account.team)
            let stored = try account.token.withBytes { token throws(StoreProblem) in
                try database.account(place, token: token)
            }
            return CompletedAccount(
                known: OpenAccount.recalled(try stored.recall().feeds), project: account.project)
        } catch {
            return CompletedAccount()
        }
    }

    /// Which account is meant: those options alone, wherever they stand.
    static func options(_ words: [String]) -> ShellOptions {
        let names: Set = ["--config", "--context", "--token-file", "--api-url", "--team", "--state-dir"]
        var taken: [String] = []
        for (word, next) in zip(words, words.dropFirst() + [""]) {
            if names.contains(word), next != "", !next.hasPrefix("--") {
                taken += [word, next]
            } else if names.contains(where: { word.hasPrefix("\($0)=") }) || word == "--no-state" {
                taken.append(word)
            }
        }
        return (try? ShellOptions.parse(taken)) ?? ShellOptions()
    }
}
