/// The contract's patterns, with the text that a refusal shows. `Regex` isn't `Sendable`, so each use makes its own.
enum Pattern {
    case backupName
    case planOrDestination
    case serviceID
    case dockerFilePath
    case dockerWorkDir
    case dockerfileTarget
    case imagePath
    case credentials

    var text: String {
        switch self {
        case .backupName: #"^[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*$"#
        case .planOrDestination: "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$"
        case .serviceID: "^[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?$"
        case .dockerFilePath: #"^\/([a-zA-Z0-9-._]+\/)*[a-zA-Z0-9-._]+$"#
        case .dockerWorkDir: #"^\/([a-zA-Z0-9-._]+\/)*[a-zA-Z0-9-._]*$"#
        case .dockerfileTarget: "^[a-zA-Z0-9-_]+$"
        case .imagePath:
            #"^(?:(?:https?:\/\/)?([a-zA-Z0-9\-]+\.[a-zA-Z0-9\.\-]+)(\/v1)?)?(?:\/)?([a-zA-Z/-9\.\-_]+)"#
                + #"(?:\:([a-zA-Z/-9\.\-_\:]+)|\@([a-zA-Z/-9\.\-_\:]+))$"#
        case .credentials: "^[A-Za-z0-9-]+$"
        }
    }

    func fits(_ text: String) -> Bool {
        switch self {
        case .backupName: text.wholeMatch(of: /[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*/) != nil
        case .planOrDestination: text.wholeMatch(of: /[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*/) != nil
        case .serviceID: text.wholeMatch(of: /[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?/) != nil
        case .dockerFilePath: text.wholeMatch(of: /\/([a-zA-Z0-9\-._]+\/)*[a-zA-Z0-9\-._]+/) != nil
        case .dockerWorkDir: text.wholeMatch(of: /\/([a-zA-Z0-9\-._]+\/)*[a-zA-Z0-9\-._]*/) != nil
        case .dockerfileTarget: text.wholeMatch(of: /[a-zA-Z0-9\-_]+/) != nil
        case .imagePath:
            // A host is one of the things that the path's own letters allow.
            text.wholeMatch(of: /(https?:\/\/)?[a-zA-Z\/-9.\-_]+[:@][a-zA-Z\/-9.\-_:]+/) != nil
        case .credentials: text.wholeMatch(of: /[A-Za-z0-9\-]+/) != nil
        }
    }
}
