import Hummingbird
import Northflank

// What a test outside of this process asks of a simulator, under `/_simulator`. It is no part of the API: it costs no
// request, and is there only where the configuration says so.

extension Router<SimulatorContext> {
    func serveControl(of simulator: Simulator) {
        let control = group("_simulator")
        control.add(middleware: Envelopes())
        if let token = simulator.configuration.token { control.add(middleware: Authentication(token: token)) }
        for order in ControlOrder.allCases {
            control.post(RouterPath(order.rawValue)) { request, context in
                let call = try await Call(request, context)
                try call.check(against: order.schema)
                try await order.carryOut(call.body ?? [:], simulator)
                return Response(["data": ["now": .time(simulator.clock.now)]]) { $0 }
            }
        }
    }
}

private enum ControlOrder: String, CaseIterable {
    /// Moves the account on by so many simulated seconds.
    case advance
    /// Makes the next requests that fit go wrong.
    case fault
    /// Uses up requests of the hour, as another client would.
    case spend
    /// Makes the account, its allowance and its faults what they were at the start.
    case reset

    var schema: Schema {
        switch self {
        case .advance: .object([.required("seconds", .number)])
        case .spend: .object([.required("requests", .integer)])
        case .reset: .object([])
        case .fault:
            .object([
                .required("kind", .word(ControlFault.allCases.map(\.rawValue))), .optional("status", .integer),
                .optional("milliseconds", .integer), .optional("method", .text(.filled)),
                .optional("path", .text(.filled)), .optional("times", .integer),
            ])
        }
    }

    func carryOut(_ body: JSONValue, _ simulator: Simulator) async throws(Refusal) {
        switch self {
        case .advance:
            guard let seconds = body["seconds"]?.number, (0...31_536_000).contains(seconds) else {
                throw .invalid("seconds", "must be from 0 to a year")
            }
            await simulator.advance(by: .milliseconds(Int(seconds * 1000)))
        case .spend:
            guard let requests = body["requests"]?.integer, requests > 0 else {
                throw .invalid("requests", "must be 1 or more")
            }
            await simulator.spend(requests)
        case .reset: await simulator.reset()
        case .fault:
            let kind = body["kind"]?.text.flatMap(ControlFault.init) ?? .status
            await simulator.script(
                ScriptedFault(
                    try kind.fault(body), method: body["method"]?.text, path: body["path"]?.text,
                    times: max(1, body["times"]?.integer ?? 1)))
        }
    }
}

private enum ControlFault: String, CaseIterable {
    case status
    case badGateway
    case closedBefore
    case closedAfter
    case slow
    case truncated

    func fault(_ body: JSONValue) throws(Refusal) -> Fault {
        switch self {
        case .badGateway: return .badGateway
        case .closedBefore: return .closedBefore
        case .closedAfter: return .closedAfter
        case .truncated: return .truncated
        case .slow:
            guard let wait = body["milliseconds"]?.integer, (0...600_000).contains(wait) else {
                throw .invalid("milliseconds", "must be from 0 to 600000")
            }
            return .slow(.milliseconds(wait))
        case .status:
            guard let status = body["status"]?.integer, (400...599).contains(status) else {
                throw .invalid("status", "must be from 400 to 599")
            }
            return .status(status)
        }
    }
}
