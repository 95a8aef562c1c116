internal import Northflank
internal import NorthflankAPI

/// A real account, and how to get at it.
struct Account {
    var token: APIToken
    var baseURL: BaseURL
    var team: String?
    var project: Project.ID?
    var readOnly: Bool
}

extension AccountOptions {
    /// Puts the options and the environment together; an option goes before a variable.
    func account(_ environment: [String: String]) throws(Complaint) -> Account {
        Account(
            token: try token(environment), baseURL: try baseURL(environment),
            team: try Self.identifier(team, "--team"),
            project: try Self.identifier(project, "--project").map { Project.ID($0) },
            readOnly: readOnly)
    }

    private func token(_ environment: [String: String]) throws(Complaint) -> APIToken {
        if let tokenFile { return try TokenFile(path: tokenFile).token() }
        guard let text = environment[ProcessEnvironment.tokenName] else {
            throw .usage(
                "no API token: set \(ProcessEnvironment.tokenName) or give --token-file FILE, or try: northwatch demo")
        }
        do throws(APIToken.Invalid) {
            return try APIToken(text)
        } catch {
            throw .usage("\(ProcessEnvironment.tokenName): \(error)")
        }
    }

    private func baseURL(_ environment: [String: String]) throws(Complaint) -> BaseURL {
        let variable = environment[ProcessEnvironment.apiURLName].flatMap { $0.isEmpty ? nil : $0 }
        guard let text = apiURL ?? variable else { return .northflank }
        do throws(BaseURL.Invalid) {
            return try BaseURL(text)
        } catch {
            throw .usage("\(apiURL == nil ? ProcessEnvironment.apiURLName : "--api-url"): \(error)")
        }
    }

    private static func identifier(_ text: String?, _ option: String) throws(Complaint) -> String? {
        guard text != "" else { throw .usage("\(option) needs an id, and was given nothing") }
        return text
    }
}
