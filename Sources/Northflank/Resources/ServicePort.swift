/// A port that a service's containers listen on.
public struct ServicePort: Hashable, Sendable {
    public var name: String?
    public var number: Int
    /// `HTTP`, `HTTP/2`, `TCP` or `UDP`.
    public var `protocol`: String?
    /// Whether it can be reached from outside the project.
    public var isPublic: Bool
    /// Where it is reached from outside.
    public var address: String?

    public init(
        name: String? = nil, number: Int, protocol: String? = nil, isPublic: Bool = false, address: String? = nil
    ) {
        self.name = name
        self.number = number
        self.protocol = `protocol`
        self.isPublic = isPublic
        self.address = address
    }
}

extension ServicePort: Decodable {
    private enum Keys: String, CodingKey {
        case name, `protocol`
        case number = "internalPort"
        case isPublic = "public"
        case address = "dns"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        guard let number = fields.integer(.number) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a port without its number"))
        }
        self.number = number
        name = fields.optional(.name)
        self.protocol = fields.optional(.protocol)
        isPublic = fields.flag(.isPublic) ?? false
        address = fields.optional(.address)
    }
}
