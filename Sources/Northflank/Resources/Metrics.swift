#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One kind of measurement, over time.
public struct Metric: Hashable, Sendable {
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let cpu = Self(rawValue: "cpu")
        public static let memory = Self(rawValue: "memory")
        public static let networkIngress = Self(rawValue: "networkIngress")
        public static let networkEgress = Self(rawValue: "networkEgress")
        public static let tcpConnectionsOpen = Self(rawValue: "tcpConnectionsOpen")
        public static let diskUsage = Self(rawValue: "diskUsage")
        public static let requests = Self(rawValue: "requests")
        public static let http4xxResponses = Self(rawValue: "http4xxResponses")
        public static let http5xxResponses = Self(rawValue: "http5xxResponses")
        public static let bandwidth = Self(rawValue: "bandwidth")
        public static let bandwidthVolume = Self(rawValue: "bandwidthVolume")
    }

    public struct Point: Hashable, Sendable {
        public var value: Double
        public var at: Date?

        public init(value: Double, at: Date?) {
            self.value = value
            self.at = at
        }
    }

    /// The points of one container, or of one volume.
    public struct Series: Hashable, Sendable {
        public var container: String?
        public var volume: String?
        public var points: [Point]

        public init(container: String? = nil, volume: String? = nil, points: [Point]) {
            self.container = container
            self.volume = volume
            self.points = points
        }
    }

    /// `pct`, `vCPU`, `mb`, `kbps`, `rps` or `count`.
    public var unit: String?
    public var series: [Series]

    public init(unit: String? = nil, series: [Series]) {
        self.unit = unit
        self.series = series
    }
}

extension Metric: Decodable {
    private enum Keys: String, CodingKey { case metricInfo, values }
    private struct Info: Decodable { var metricUnit: String? }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        unit = fields.optional(.metricInfo, Info.self)?.metricUnit
        series = fields.optional(.values, TolerantList<Series>.self)?.items ?? []
    }
}

extension Metric.Series: Decodable {
    private enum Keys: String, CodingKey { case metadata, data }
    private struct Metadata: Decodable {
        var containerId: String?
        var volumeId: String?
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        let metadata = fields.optional(.metadata, Metadata.self)
        container = metadata?.containerId
        volume = metadata?.volumeId
        points = fields.optional(.data, TolerantList<Metric.Point>.self)?.items ?? []
    }
}

extension Metric.Point: Decodable {
    private enum Keys: String, CodingKey {
        case value
        case at = "ts"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        value = try fields.required(.value)
        at = fields.time(.at)
    }
}

/// The measurements that were asked for, by their kind; one that is odd is left out with a notice.
public struct Metrics: Hashable, Sendable, Decodable {
    public var byKind: [Metric.Kind: Metric]

    public init(byKind: [Metric.Kind: Metric]) { self.byKind = byKind }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Key.self)
        byKind = [:]
        for key in fields.container.allKeys {
            byKind[.init(rawValue: key.stringValue)] = fields.optional(key, Metric.self)
        }
    }
}
