/// As much of something new as its creator needs, whatever it is.
public struct Created: Hashable, Sendable, Decodable {
    public var id: String

    private enum Keys: String, CodingKey { case id }

    public init(from decoder: any Decoder) throws { id = try TolerantFields(decoder, Keys.self).required(.id) }
}
