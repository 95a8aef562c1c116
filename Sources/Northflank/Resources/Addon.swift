/// An addon (a database, a queue, a cache), as the list of a project's addons tells it.
public struct Addon: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Addon>

    public var id: ID
    public var name: String
    public var description: String?
    public var tags: [String]
    /// `postgresql`, `redis` and so on; the id of an `AddonType`.
    public var type: String?
    public var status: AddonStatus?

    public init(
        id: ID, name: String, description: String? = nil, tags: [String] = [], type: String? = nil,
        status: AddonStatus? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.tags = tags
        self.type = type
        self.status = status
    }

    public var health: Health { status?.health ?? .unknown }
}

extension Addon: Decodable {
    private enum Keys: String, CodingKey { case id, name, description, tags, spec, status }
    private struct Spec: Decodable { var type: String? }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.optional(.description)
        tags = fields.optional(.tags) ?? []
        type = fields.optional(.spec, Spec.self)?.type
        status = fields.optional(.status)
    }
}
