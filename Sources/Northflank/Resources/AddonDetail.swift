#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An addon fetched by its id: what the list tells, which version it is and what it runs on.
public struct AddonDetail: Hashable, Sendable {
    public var addon: Addon
    public var createdAt: Date?
    /// `16.4`
    public var version: String?
    public var replicas: Int?
    /// Of each replica, in MB.
    public var storage: Int?
    /// `nf-compute-100-2`
    public var plan: String?
    public var region: String?
    public var hasTLS: Bool?
    /// Whether it can be reached from outside the project.
    public var isPublic: Bool?

    public init(
        addon: Addon, createdAt: Date? = nil, version: String? = nil, replicas: Int? = nil, storage: Int? = nil,
        plan: String? = nil, region: String? = nil, hasTLS: Bool? = nil, isPublic: Bool? = nil
    ) {
        self.addon = addon
        self.createdAt = createdAt
        self.version = version
        self.replicas = replicas
        self.storage = storage
        self.plan = plan
        self.region = region
        self.hasTLS = hasTLS
        self.isPublic = isPublic
    }
}

extension AddonDetail: Decodable {
    private enum Keys: String, CodingKey { case createdAt, spec }

    private struct Spec: Decodable {
        enum Keys: String, CodingKey { case config }
        var config: Config?

        init(from decoder: any Decoder) throws { config = try TolerantFields(decoder, Keys.self).optional(.config) }
    }

    private struct Config: Decodable {
        enum Keys: String, CodingKey { case versionTag, deployment, networking }
        var version: String?
        var deployment: Deployment?
        var networking: Networking?

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            version = fields.text(.versionTag)
            deployment = fields.optional(.deployment)
            networking = fields.optional(.networking)
        }
    }

    private struct Deployment: Decodable {
        enum Keys: String, CodingKey { case replicas, storageSize, planId, region }
        var replicas: Int?
        var storage: Int?
        var plan: String?
        var region: String?

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            replicas = fields.integer(.replicas)
            storage = fields.integer(.storageSize)
            plan = fields.optional(.planId)
            region = fields.optional(.region)
        }
    }

    private struct Networking: Decodable {
        enum Keys: String, CodingKey { case tlsEnabled, externalAccessEnabled }
        var hasTLS: Bool?
        var isPublic: Bool?

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            hasTLS = fields.flag(.tlsEnabled)
            isPublic = fields.flag(.externalAccessEnabled)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        addon = try Addon(from: decoder)
        createdAt = fields.time(.createdAt)
        let config = fields.optional(.spec, Spec.self)?.config
        version = config?.version
        replicas = config?.deployment?.replicas
        storage = config?.deployment?.storage
        plan = config?.deployment?.plan
        region = config?.deployment?.region
        hasTLS = config?.networking?.hasTLS
        isPublic = config?.networking?.isPublic
    }
}
