/// What the platform offers under one addon type. From `GET /v1/addon-types`.
public struct AddonType: Hashable, Sendable, Decodable {
    /// What one may choose from, and what is chosen where nothing is said.
    public struct Choice: Hashable, Sendable {
        public var options: [Int]
        public var standard: Int?

        public init(options: [Int] = [], standard: Int? = nil) {
            self.options = options
            self.standard = standard
        }
    }

    /// `postgresql`
    public var type: String
    /// `PostgreSQL`
    public var name: String?
    public var description: String?
    /// Such as `16.4`, as the API orders them.
    public var versions: [String]
    /// Whether `backupType: dump` is possible beside `snapshot`.
    public var canDump: Bool
    /// Sizes of the disk in MB. The smallest one is the least that the type takes.
    public var storage: Choice
    public var replicas: Choice

    public init(
        type: String, name: String? = nil, canDump: Bool, description: String? = nil, versions: [String] = [],
        storage: Choice = Choice(), replicas: Choice = Choice()
    ) {
        self.type = type
        self.name = name
        self.canDump = canDump
        self.description = description
        self.versions = versions
        self.storage = storage
        self.replicas = replicas
    }

    private enum Keys: String, CodingKey { case type, name, description, versions, features, resources }
    private struct Features: Decodable {
        enum Keys: String, CodingKey { case backupsDump }
        var backupsDump: Bool?

        init(from decoder: any Decoder) throws {
            backupsDump = try TolerantFields(decoder, Keys.self).flag(.backupsDump)
        }
    }

    private struct Resources: Decodable {
        enum Keys: String, CodingKey { case storage, replicas }
        var storage: Choice?
        var replicas: Choice?

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            storage = fields.optional(.storage)
            replicas = fields.optional(.replicas)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        type = try fields.required(.type)
        name = fields.optional(.name)
        description = fields.optional(.description)
        versions = fields.optional(.versions, TolerantList<LooseText>.self)?.items.map(\.value) ?? []
        canDump = fields.optional(.features, Features.self)?.backupsDump ?? false
        let resources: Resources? = fields.optional(.resources)
        storage = resources?.storage ?? Choice()
        replicas = resources?.replicas ?? Choice()
    }
}

extension AddonType.Choice: Decodable {
    private enum Keys: String, CodingKey {
        case options
        case standard = "default"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        options = fields.optional(.options, TolerantList<LooseInteger>.self)?.items.compactMap(\.value) ?? []
        standard = fields.integer(.standard)
    }
}
