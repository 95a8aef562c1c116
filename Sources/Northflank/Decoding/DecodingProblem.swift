/// What was expected and where, in words: `data.builds[3].id: expected a text, found a number`. The answer's own
/// words are not repeated.
public func decodingProblem(_ error: any Error) -> String {
    func at(_ context: DecodingError.Context, _ text: String) -> String {
        let path = context.codingPath.dottedPath
        return path.isEmpty ? text : "\(path): \(text)"
    }
    guard let error = error as? DecodingError else { return String("\(error)".prefix(200)) }
    switch error {
    case .keyNotFound(let key, let context):
        return "\((context.codingPath + [key]).dottedPath): expected a value, found nothing"
    case .valueNotFound(let type, let context): return at(context, "expected \(inWords(type)), found null")
    case .typeMismatch(let type, let context):
        return at(context, "expected \(inWords(type)), found \(found(context.debugDescription))")
    case .dataCorrupted(let context): return at(context, context.debugDescription)
    @unknown default: return String("\(error)".prefix(200))
    }
}

private func inWords(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type, is Int64.Type, is Double.Type: "a number"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "a list"
    default: "\(type)"
    }
}

/// The decoder says it in its description only: `Expected to decode String but found number instead.`
private func found(_ description: String) -> String {
    let words = [
        "string": "a text", "number": "a number", "bool": "true or false", "array": "a list",
        "dictionary": "an object", "null": "null",
    ]
    guard let start = description.firstRange(of: "but found ")?.upperBound,
        let word = description[start...].split(separator: " ").first(where: { !["a", "an"].contains($0) })
    else { return "something else" }
    return words[String(word)] ?? "something else"
}
