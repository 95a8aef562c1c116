/// What may be secret in what the API tells: a guess by names, on the safe side.
enum Secrets {
    private static let words = [
        "secret", "password", "passwd", "passphrase", "token", "credential", "apikey", "privatekey", "accesskey",
        "connectionstring", "environment", "argument",
    ]

    /// Whether what a member of this name holds, or anything in it, may be secret.
    static func isNamed(by name: String) -> Bool {
        let letters = name.lowercased().filter(\.isLetter)
        return letters == "env" || letters == "envs" || words.contains(where: letters.contains)
    }

    /// `postgres://user:password@host`
    static func isAddressWithPassword(_ text: String) -> Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let authority = text[scheme.upperBound...].prefix { $0 != "/" }
        return authority.contains("@") && authority.prefix { $0 != "@" }.contains(":")
    }
}
