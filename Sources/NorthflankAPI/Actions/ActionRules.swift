internal import Northflank

extension Action {
    /// What the contract would refuse, known before anything is sent; nil where nothing is wrong.
    var problem: APIError.Problem? {
        switch self {
        case .startBuild(_, .latest), .runJob: nil
        case .startBuild(_, .branch(let branch)):
            branch.isEmpty ? Self.problem("branch", "expected the name of a branch, found an empty text") : nil
        case .backUp(_, let request): Self.problem(ofBackupName: request.name)
        }
    }

    /// `^[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*$`, 3 to 39 characters.
    private static func problem(ofBackupName name: String) -> APIError.Problem? {
        guard (3...39).contains(name.unicodeScalars.count) else {
            return problem("name", "expected 3 to 39 characters, found \(name.unicodeScalars.count)")
        }
        let words = name.utf8.split(omittingEmptySubsequences: false) { separators.contains($0) }
        let areWords = words.allSatisfy { word in !word.isEmpty && word.allSatisfy(isLetterOrDigit) }
        return areWords
            ? nil : problem("name", "expected letters and digits, with single blanks, '-', '/' or ':' between them")
    }

    private static let separators = Set("-/: \t\n\r\u{0B}\u{0C}".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Status 0: nothing was sent, so no server refused it.
    private static func problem(_ field: String, _ text: String) -> APIError.Problem {
        APIError.Problem(status: 0, message: "not sent", details: .object([field: .string(text)]))
    }
}
