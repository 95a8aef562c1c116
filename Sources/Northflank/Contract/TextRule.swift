/// What the contract asks of a text in a request: how long it may be and what it may hold.
public struct TextRule: Hashable, Sendable {
    /// In UTF-16 units, as JSON Schema's validators count.
    public var length: ClosedRange<Int>?
    public var pattern: Pattern?

    public init(_ pattern: Pattern? = nil, length: ClosedRange<Int>? = nil) {
        self.length = length
        self.pattern = pattern
    }

    /// What is wrong with a text, in words that follow its field's name; nil where nothing is.
    public func problem(with text: String) -> String? {
        if let length, !length.contains(text.utf16.count) {
            if length.count == 1 { return "must be \(length.lowerBound) characters long" }
            if length.upperBound == .max { return "must not be empty" }
            return "must be \(length.lowerBound) to \(length.upperBound) characters long"
        }
        guard let pattern, !pattern.fits(text) else { return nil }
        return "must be \(pattern.words)"
    }
}

extension TextRule {
    public static let any = TextRule()
    /// The contract says less: an empty one is never meant.
    public static let filled = TextRule(length: 1...(.max))
    public static let projectName = TextRule(.name, length: 3...39)
    public static let serviceName = TextRule(.name, length: 3...54)
    public static let jobName = TextRule(.name, length: 3...52)
    public static let addonName = TextRule(.name, length: 3...39)
    public static let backupName = TextRule(.backupName, length: 3...39)
    public static let description = TextRule(.description, length: 0...200)
    /// A plan, a tag, a destination of backups.
    public static let slug = TextRule(.slug, length: 3...100)
    public static let storageClass = TextRule(.serviceID, length: 3...39)
    public static let serviceID = TextRule(.serviceID, length: 3...54)
    public static let commit = TextRule(length: 40...40)
    public static let vcsLinkID = TextRule(length: 24...24)
    public static let ignoreFlag = TextRule(length: 0...72)
}
