import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let metrics: [Route] = [
        .on(.getServiceMetrics) { world, call throws(Refusal) in
            let containers = world.containers(of: try world.require(call.service))
            return try MetricSelection(call, now: world.now).answer(containers.map { ($0.name, $0.createdAt) })
        },
        .on(.getServiceBuildMetrics) { world, call throws(Refusal) in
            let build = try world.build(asked: call, of: try world.require(call.service))
            return try MetricSelection(call, now: min(world.now, build?.concludesAt ?? world.now)).answer(
                build.map { [("build-\($0.id)", $0.createdAt)] } ?? [])
        },
        .on(.getJobMetrics) { world, call throws(Refusal) in
            let run = try world.run(asked: call)
            return try MetricSelection(call, now: min(world.now, run?.concludesAt ?? world.now)).answer(
                run.map { [($0.name, $0.startedAt)] } ?? [])
        },
        .on(.getAddonMetrics) { world, call throws(Refusal) in
            let containers = world.containers(of: try world.require(call.addon))
            return try MetricSelection(call, now: world.now).answer(containers.map { ($0.name, $0.createdAt) })
        },
    ]
}

/// Which measurements are wanted, by the contract's parameters.
private struct MetricSelection {
    /// Seconds from one point to the next.
    private static let resolution = 30.0

    private let kinds: [Kind]
    private let from: Date
    private let to: Date
    /// Whether only the latest value is wanted.
    private let isSingle: Bool

    init(_ call: Call, now: Date) throws(Refusal) {
        let type = call.query["queryType"] ?? "range"
        guard ["range", "single"].contains(type) else { throw .invalid("queryType", "must be one of range, single") }
        isSingle = type == "single"
        var kinds: [Kind] = []
        for name in call.repeated["metricTypes"] ?? ["cpu"] {
            guard let kind = Kind(rawValue: name) else {
                let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid("metricTypes", "must be one of \(known)")
            }
            kinds.append(kind)
        }
        self.kinds = kinds
        let range = try TimeRange(call, now: now)
        to = min(now, range.to ?? now)
        from = range.from ?? to - 20 * minute
    }

    func answer(_ containers: [(name: String, since: Date)]) -> JSON {
        [
            "data": .object(
                kinds.map { kind in
                    (
                        kind.rawValue,
                        [
                            "metricInfo": [
                                "metricId": .string(kind.rawValue), "metricUnit": .string(kind.unit),
                                "metricResolution": .number(Self.resolution),
                            ],
                            "values": .array(
                                containers.map { container in
                                    [
                                        "metadata": ["containerId": .string(container.name)],
                                        "data": .array(points(kind, of: container.name, since: container.since)),
                                    ]
                                }),
                        ]
                    )
                })
        ]
    }

    private func points(_ kind: Kind, of container: String, since: Date) -> [JSON] {
        let first = max(from, since, to - 2000 * Self.resolution)
        guard first <= to else { return [] }
        let steps = Int(first.timeIntervalSince1970 / Self.resolution)...Int(to.timeIntervalSince1970 / Self.resolution)
        return (isSingle ? Array(steps.suffix(1)) : Array(steps)).map { step in
            var random = SplitMix64(seed: stableHash(container + kind.rawValue) ^ UInt64(truncatingIfNeeded: step))
            let value = kind.typical * random.seconds(0.7...1.3)
            return [
                "value": .number((value * 1000).rounded() / 1000),
                "ts": .time(Date(timeIntervalSince1970: Double(step) * Self.resolution)),
            ]
        }
    }

    private enum Kind: String, CaseIterable {
        case cpu, memory, networkIngress, networkEgress, tcpConnectionsOpen, diskUsage, requests, http4xxResponses
        case http5xxResponses, bandwidth, bandwidthVolume

        var unit: String {
            switch self {
            case .cpu: "vCPU"
            case .memory, .bandwidthVolume: "mb"
            case .networkIngress, .networkEgress, .bandwidth: "kbps"
            case .diskUsage: "pct"
            case .requests, .http4xxResponses, .http5xxResponses: "rps"
            case .tcpConnectionsOpen: "count"
            }
        }

        var typical: Double {
            switch self {
            case .cpu: 0.12
            case .memory: 310
            case .networkIngress: 48
            case .networkEgress, .bandwidth: 160
            case .tcpConnectionsOpen: 24
            case .diskUsage: 31
            case .requests: 12
            case .http4xxResponses: 0.4
            case .http5xxResponses: 0.02
            case .bandwidthVolume: 70
            }
        }
    }
}
