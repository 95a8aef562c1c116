/// Why a simulator can't be started.
public enum SimulatorError: Error, Hashable, Sendable {
    /// `known` are the names there are, the most similar one first.
    case unknownScenario(String, known: [String])
    /// An account of one's own that can't be: what is wrong, and where.
    case badScenario(String)
    case portInUse(host: String, port: Int)
    /// The address can't be listened on for another reason, which the text gives.
    case cannotListen(host: String, port: Int, reason: String)
}

extension SimulatorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownScenario(let name, let known):
            "there is no scenario \"\(name)\"; there are \(known.joined(separator: ", "))"
        case .badScenario(let problem): problem
        case .portInUse(let host, let port): "port \(port) of \(host) is in use"
        case .cannotListen(let host, let port, let reason): "can't listen on \(host):\(port): \(reason)"
        }
    }
}
