/// What a service runs, as a service fetched by its id tells it.
public struct Deployment: Hashable, Sendable {
    public enum Image: Hashable, Sendable {
        /// A build of a service of the project. `wanted` is a commit or `latest`; `deployed` is the commit that runs.
        case build(of: Service.ID, branch: String?, wanted: String?, deployed: String?)
        case registry(image: String)
    }

    public var instances: Int?
    /// Nil where nothing is to run yet.
    public var image: Image?

    public init(instances: Int? = nil, image: Image? = nil) {
        self.instances = instances
        self.image = image
    }
}

extension Deployment: Decodable {
    private enum Keys: String, CodingKey { case instances, `internal`, external }

    private struct Internal: Decodable {
        enum Keys: String, CodingKey { case nfObjectId, branch, buildSHA, deployedSHA }
        var image: Image

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            image = .build(
                of: try fields.required(.nfObjectId), branch: fields.optional(.branch),
                wanted: fields.optional(.buildSHA), deployed: fields.optional(.deployedSHA))
        }
    }

    private struct External: Decodable { var imagePath: String }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        instances = fields.integer(.instances)
        let registry = fields.optional(.external, External.self).map { Image.registry(image: $0.imagePath) }
        image = registry ?? fields.optional(.internal, Internal.self)?.image
    }
}
