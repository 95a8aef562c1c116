internal import NorthflankAPI
internal import NorthflankSimulator
internal import TerminalSession
internal import TerminalUI

extension Complaint {
    init(_ error: TerminalError) { self = .unavailable("\(error)") }

    init(_ error: SimulatorError) {
        switch error {
        case .unknownScenario(let name, let known):
            let guess = nearest(to: name, in: known).map { " did you mean \"\($0)\"?" } ?? ""
            self = .usage(
                "there is no scenario \"\(name)\";\(guess) There are \(Scenario.names.joined(separator: ", ")).")
        case .badScenario: self = .usage("the scenario can't be: \(error)")
        case .portInUse(_, let port):
            self = .unavailable("\(error): stop what listens there, or choose another by --port (not \(port))")
        case .cannotListen:
            self = .unavailable("\(error)")
        }
    }

    /// Whatever ended a simulator.
    static func simulator(_ error: any Error) -> Complaint {
        (error as? SimulatorError).map(Complaint.init) ?? .unavailable("the simulator has stopped: \(error)")
    }
}
