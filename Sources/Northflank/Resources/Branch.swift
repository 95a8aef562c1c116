/// A branch of the repository behind a service.
public struct Branch: Hashable, Sendable, Decodable {
    public var name: String
    /// Its newest commit.
    public var sha: String?
    /// The first line is the subject. Written by strangers.
    public var message: String?

    public init(name: String, sha: String? = nil, message: String? = nil) {
        self.name = name
        self.sha = sha
        self.message = message
    }

    private enum Keys: String, CodingKey { case name, commit }
    private struct Commit: Decodable {
        var sha: String?
        var message: String?
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        name = try fields.required(.name)
        let commit: Commit? = fields.optional(.commit)
        sha = commit?.sha
        message = commit?.message
    }
}
