/// A request that isn't carried out, with what the error envelope says of it.
struct Refusal: Error, Hashable {
    var status: Int
    var message: String
    /// What is wrong with which field.
    var details: [String: String] = [:]

    static func badRequest(_ message: String, _ details: [String: String] = [:]) -> Self {
        Self(status: 400, message: message, details: details)
    }

    /// One field is wrong, and that alone.
    static func invalid(_ field: String, _ why: String) -> Self {
        badRequest("Invalid value for \(field)", [field: why])
    }

    /// What is wrong with which fields of a body, all at once.
    static func invalid(_ problems: [String: String]) -> Self {
        // A body that is no object at all has no field to name.
        guard problems[""] == nil else { return badRequest("The body must be a JSON object") }
        return badRequest("Invalid value for \(problems.keys.sorted().joined(separator: ", "))", problems)
    }

    static func notFound(_ what: String) -> Self { Self(status: 404, message: "\(what) not found") }
    static func conflict(_ message: String) -> Self { Self(status: 409, message: message) }

    /// `{"error": {"status", "message", "id", "details"}}`
    func envelope(id: String) -> JSON {
        let fields = details.sorted { $0.key < $1.key }.map { (key: $0.key, value: JSON.string($0.value)) }
        return [
            "error": [
                "status": .integer(status), "message": .string(message), "id": .string(id),
                "details": fields.isEmpty ? nil : .object(fields),
            ]
        ]
    }
}
