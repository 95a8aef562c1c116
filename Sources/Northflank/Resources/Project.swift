/// A project, as the list of projects tells it.
public struct Project: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Project>

    public var id: ID
    public var name: String
    public var description: String?

    public init(id: ID, name: String, description: String? = nil) {
        self.id = id
        self.name = name
        self.description = description
    }
}

extension Project: Decodable {
    private enum Keys: String, CodingKey { case id, name, description }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.optional(.description)
    }
}
