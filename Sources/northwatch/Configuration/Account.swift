internal import Northflank
internal import NorthflankAPI

/// A real account, and how to get at it.
struct Account: Equatable {
    /// Its name in the configuration; nil where it has none.
    var context: String?
    var token: APIToken
    var baseURL: BaseURL
    var team: String?
    var project: Project.ID?
    var readOnly: Bool
}

extension AccountOptions {
    /// Puts options, environment and a context together: an option goes before all, a variable before a context unless
    /// that was chosen. `others` are the contexts that could be.
    func account(
        _ environment: [String: String], in context: Configuration.Context? = nil, isChosen: Bool = false,
        others: [String] = []
    ) throws(Complaint) -> Account {
        Account(
            context: context?.name,
            token: try token(environment, context?.token, isChosen, others),
            baseURL: try baseURL(environment, context?.apiURL, isChosen),
            team: try Self.identifier(access.team, "--team") ?? context?.team,
            project: try Self.identifier(project, "--project").map { Project.ID($0) } ?? context?.project,
            readOnly: access.readOnly || context?.readOnly == true)
    }

    /// Where the token comes from; nil where there is none.
    func tokenSource(
        _ environment: [String: String], _ context: Configuration.TokenSource?, isChosen: Bool
    ) -> Configuration.TokenSource? {
        if let tokenFile = access.tokenFile { return .file(path: tokenFile) }
        let hasUsual = environment[ProcessEnvironment.tokenName] != nil
        if let context, isChosen || !hasUsual { return context }
        return hasUsual ? .variable(ProcessEnvironment.tokenName) : nil
    }

    private func token(
        _ environment: [String: String], _ context: Configuration.TokenSource?, _ isChosen: Bool, _ others: [String]
    ) throws(Complaint) -> APIToken {
        switch tokenSource(environment, context, isChosen: isChosen) {
        case .file(let path): return try TokenFile(path: path).token()
        case .variable(let name):
            guard let text = environment[name] else {
                throw .usage("no API token: the configuration takes it from \(name), which is not set")
            }
            return try Self.token(text, from: name)
        case nil: throw Self.noToken(others)
        }
    }

    private static func token(_ text: String, from variable: String) throws(Complaint) -> APIToken {
        do throws(APIToken.Invalid) {
            return try APIToken(text)
        } catch {
            throw .usage("\(variable): \(error)")
        }
    }

    private static func noToken(_ contexts: [String]) -> Complaint {
        let context = contexts.isEmpty ? "" : ", or --context NAME (\(contexts.joined(separator: ", ")))"
        return .usage(
            "no API token: set \(ProcessEnvironment.tokenName) or give --token-file FILE\(context), "
                + "or try: northwatch demo")
    }

    private func baseURL(
        _ environment: [String: String], _ context: BaseURL?, _ isChosen: Bool
    ) throws(Complaint) -> BaseURL {
        if let apiURL = access.apiURL { return try Self.baseURL(apiURL, from: "--api-url") }
        if let context, isChosen { return context }
        let variable = ProcessEnvironment.apiURLName
        if let text = environment[variable], !text.isEmpty { return try Self.baseURL(text, from: variable) }
        return context ?? .northflank
    }

    private static func baseURL(_ text: String, from origin: String) throws(Complaint) -> BaseURL {
        do throws(BaseURL.Invalid) {
            return try BaseURL(text)
        } catch {
            throw .usage("\(origin): \(error)")
        }
    }

    private static func identifier(_ text: String?, _ option: String) throws(Complaint) -> String? {
        guard text != "" else { throw .usage("\(option) needs an id, and was given nothing") }
        return text
    }
}
