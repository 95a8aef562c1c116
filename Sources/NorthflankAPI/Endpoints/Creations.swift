public import Northflank

extension Endpoint {
    /// Creates whatever it is, with a body of one's own.
    public static func create(_ creation: Creation) -> Self where Response == Single<Created> {
        Self(creation.operation, creation.project.map { [$0.rawValue] } ?? [], body: creation.body)
    }
}
