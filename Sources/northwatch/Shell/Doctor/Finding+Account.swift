internal import Northflank
internal import NorthflankAPI
internal import Store
internal import TerminalUI

// What is found out without a network, and what the API's answers tell.

extension Finding {
    static func configuration(_ configuration: Configuration, path: String?, isThere: Bool) -> Finding {
        guard let path, isThere else {
            return .fine("configuration", path.map { "none at \($0), and none is needed" } ?? "none")
        }
        let count = configuration.contexts.count
        return .fine("configuration", "\(path), \(count == 1 ? "1 context" : "\(count) contexts")")
    }

    static func token(from source: Configuration.TokenSource?) -> Finding {
        .fine("token", "there, from \(source?.words ?? "nowhere")")
    }

    static func state(_ directory: StateDirectory?) -> Finding {
        guard let directory else {
            return .warning(
                "state", "nothing is remembered or shared, and what is started is in no journal",
                remedy: "leave out --no-state, or give --state-dir")
        }
        do throws(StoreProblem) {
            _ = try StateDatabase.open(directory, repairs: false)
            return .fine("state", directory.path)
        } catch {
            return .warning("state", "\(error)", remedy: "see to \(directory.path), or give another by --state-dir")
        }
    }

    // MARK: - What the API tells

    static func reach(_ address: BaseURL, in duration: Duration) -> Finding {
        .fine("reach", "\(address.host) answered in \(Int(duration / .milliseconds(1))) ms")
    }

    /// An answer that is an error says that the API is there.
    static func unreachable(_ address: BaseURL, _ error: APIError) -> Finding {
        let fallback: String? =
            switch error {
            case .unreachable: "check the network, a proxy or firewall, and --api-url"
            case .server: "try again in a while; https://status.northflank.com may tell"
            default: nil
            }
        return .failing("reach", "\(address): \(error)", remedy: error.remedy ?? fallback)
    }

    /// - Parameter lead: how many seconds the server's clock is ahead; nil where it doesn't tell.
    static func clock(_ lead: Double?) -> Finding {
        guard let lead else { return .warning("clock", "the API doesn't tell its time") }
        let remedy = "set this host's clock (timedatectl set-ntp true)"
        let text = "\(RelativeTime.duration(abs(lead))) \(lead > 0 ? "behind" : "ahead of") the API's"
        switch abs(lead) {
        // The server tells whole seconds, and its answer takes a moment.
        case ..<5: return .fine("clock", "as the API's")
        case ..<300: return .warning("clock", "\(text); ages are off by that", remedy: remedy)
        default: return .failing("clock", "\(text); certificates and ages can't be trusted", remedy: remedy)
        }
    }

    /// - Parameter denied: what can't be listed, with the permission that it needs.
    static func permissions(denied: [(what: String, permission: String?)]) -> Finding {
        guard !denied.isEmpty else {
            return .fine(
                "permissions", "projects, services, jobs and addons can be listed; what may be changed shows when it is"
            )
        }
        let words = denied.map { "\($0.what)\($0.permission.map { " (needs \($0))" } ?? "")" }
        return .warning(
            "permissions", "not to be listed: \(words.joined(separator: ", "))",
            remedy: "ask for an API role with these permissions")
    }

    static func budget(_ left: RateLimit?) -> Finding {
        guard let left else { return .warning("budget", "the API doesn't tell how many requests are left") }
        let text =
            "\(left.remaining) of \(left.limit) requests left, for \(RelativeTime.duration(left.resetIn / .seconds(1)))"
        if left.remaining == 0 {
            return .failing("budget", text, remedy: "wait; whoever shares the account spends them too")
        }
        guard left.remaining <= left.reserve else { return .fine("budget", text) }
        return .warning(
            "budget", "\(text), kept for actions", remedy: "wait; whoever shares the account spends them too")
    }
}
