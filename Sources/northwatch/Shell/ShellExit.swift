internal import Northflank
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the end of a command tells a script. After a signal it is 128 plus the signal's number, as ever.
enum ShellExit: Int32, CaseIterable {
    /// All is well; it was done.
    case well = 0
    /// Something is broken; it failed, or the API refused it.
    case broken = 1
    /// Nobody can tell: there is no network, or no answer that makes sense.
    case unreachable = 2
    /// The token isn't accepted, or its role may not do this.
    case notAllowed = 3
    /// This hour's requests are used up, or as many as may be spent.
    case budgetUsedUp = 4
    /// There are only data that are older than asked for.
    case old = 5
    /// The command line, the configuration or the token is wrong.
    case usage = 64

    init(_ error: APIError) {
        self =
            switch error {
            case .unreachable, .server, .unexpected, .cancelled: .unreachable
            case .unauthorized, .forbidden: .notAllowed
            case .rateLimited: .budgetUsedUp
            // It was not sent: no server has refused it.
            case .invalid(let problem) where problem.status == 0: .usage
            case .notFound, .conflict, .invalid: .broken
            }
    }
}

extension ShellExit {
    /// For the help of a command: those that it ends with, a line each.
    static func listing(_ codes: [ShellExit] = allCases.filter { $0 != .old }) -> String {
        codes.map { "  \("\($0.rawValue)".padding(to: 4))\($0.words)" }.joined(separator: "\n")
    }

    private var words: String {
        switch self {
        case .well: "it was done"
        case .broken: "it failed, or the API refused it"
        case .unreachable: "nobody can tell: no network, or no answer that makes sense"
        case .notAllowed: "the token isn't accepted, or its role may not do this"
        case .budgetUsedUp: "this hour's requests are used up"
        case .old: "there is only what is older than asked for"
        case .usage: "the command line, the configuration or the token is wrong"
        }
    }
}

extension Complaint {
    init(_ exit: ShellExit, _ text: String) { self.init(text: text, code: exit.rawValue) }

    /// What was wanted and why it wasn't had, with what can be done: "the services of shop can't be listed: …".
    init(_ error: APIError, _ what: String) {
        let remedy = error.remedy.map { "; \($0)" } ?? ""
        self.init(ShellExit(error), "\(what): \(error)\(remedy)")
    }
}
