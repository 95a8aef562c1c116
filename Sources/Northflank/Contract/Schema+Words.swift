extension Schema {
    /// What is taken, in a few words: "3 to 39 characters; letters and digits", "whole number"; empty for an object,
    /// whose fields say it.
    public var words: String {
        switch self {
        case .text(let rule): rule.words
        case .word(let words): words.joined(separator: " | ")
        case .integer: "whole number"
        case .number: "number"
        case .flag: "true | false"
        case .map: "names with texts"
        case .list(let item): item.words.isEmpty ? "list" : "list: \(item.words)"
        case .either(let schemas): schemas.map(\.words).joined(separator: ", or ")
        case .object: ""
        }
    }
}

extension TextRule {
    /// What fits; empty where anything does.
    public var words: String {
        let length = length.map { range in
            if range.count == 1 { return "\(range.lowerBound) characters" }
            if range.upperBound == .max { return "not empty" }
            return range.lowerBound == 0
                ? "up to \(range.upperBound) characters" : "\(range.lowerBound) to \(range.upperBound) characters"
        }
        return [length, pattern?.words].compactMap(\.self).joined(separator: "; ")
    }
}
