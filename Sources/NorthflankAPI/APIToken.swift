/// The secret that signs every request. It goes nowhere but into the `Authorization` header: printing, dumping,
/// interpolating or mirroring it shows a row of dots.
public struct APIToken: Sendable, Hashable {
    /// Why a text can't be a token. It never holds the text.
    public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        /// A blank, a line break or a letter beyond ASCII inside it: most likely two things pasted as one.
        case strangeCharacter

        public var description: String {
            switch self {
            case .empty: "the token is empty"
            case .strangeCharacter: "the token holds a blank, a control character or a letter beyond ASCII"
            }
        }
    }

    private let secret: String

    /// Blanks and line breaks around it are removed, as a token file ends with one.
    public init(_ text: String) throws(Invalid) {
        let bytes = Array(text.utf8)
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { throw .empty }
        let trimmed = bytes[first...last]
        guard trimmed.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .strangeCharacter }
        secret = String(decoding: trimmed, as: UTF8.self)
    }

    var authorization: String { "Bearer \(secret)" }

    /// The text without the secret, should a server echo it. A secret shorter than eight characters is no secret,
    /// and taking it out would only garble the text.
    func redacting(_ text: String) -> String {
        secret.utf8.count >= 8 ? text.replacing(secret, with: "•••") : text
    }
}

extension APIToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension APIToken {
    /// The secret's bytes, for a keyed hash that names the account and nothing else.
    public func withBytes<Result, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(Array(secret.utf8))
    }
}
