internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Refresh
internal import TerminalUI

/// What the user has set in the configuration file.
struct Configuration: Equatable {
    /// Accounts by name, in the order of the file.
    var contexts: [Context] = []
    /// Where Northwatch opens unless it is told otherwise.
    var defaultContext: String?
    /// A theme's name, or the path of a file.
    var theme: String?
    var ringing = Ringing()
    var preferences = Preferences()
    /// How often lists are asked.
    var refresh: [RefreshLimits.List: RefreshLimits] = [:]

    /// An account under a name of the user's.
    struct Context: Equatable {
        var name: String
        var token: TokenSource?
        var apiURL: BaseURL?
        var team: String?
        var project: Project.ID?
        var readOnly = false
    }

    /// Where a token is. The token itself is in no configuration.
    enum TokenSource: Equatable {
        case file(path: String)
        /// The name of an environment variable.
        case variable(String)

        /// In words: "the file /home/ana/token", "NORTHFLANK_API_TOKEN".
        var words: String {
            switch self {
            case .file(let path): "the file \(path)"
            case .variable(let name): name
            }
        }
    }

    /// The environment variables that hold tokens.
    var tokenVariables: [String] {
        contexts.compactMap { if case .variable(let name) = $0.token { name } else { nil } }
    }

    /// What is complained of where a context is unknown.
    func context(_ name: String) throws(Complaint) -> Context {
        if let context = contexts.first(where: { $0.name == name }) { return context }
        throw .usage(unknownContext(name))
    }

    /// Words for a name that no context has, the nearest among them.
    func unknownContext(_ name: String) -> String {
        let names = contexts.map(\.name)
        let guess = nearest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? "."
        let list = names.isEmpty ? "The configuration has none." : "There are \(names.joined(separator: ", "))."
        return "there is no context \"\(name)\"\(guess) \(list)"
    }
}
