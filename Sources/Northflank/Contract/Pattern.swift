/// The contract's patterns. `Regex` isn't `Sendable`, so each use makes its own.
public enum Pattern: Hashable, Sendable, CaseIterable {
    case name
    case backupName
    case description
    case color
    case clusterID
    case slug
    case serviceID
    case repository
    case restriction
    case dockerFilePath
    case dockerWorkDir
    case dockerfileTarget
    case imagePath
    case credentials
    case schedule
    case healthCheckPath

    /// As the contract has it.
    public var text: String {
        switch self {
        case .name: #"^[a-zA-Z]((-|\s)?[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*)?$"#
        case .backupName: #"^[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*$"#
        case .description: #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#
        case .color: "^#([a-fA-F0-9]{6}|[a-fA-F0-9]{3})$"
        case .clusterID: #"^((org|team)\/)?[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?$"#
        case .slug: "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$"
        case .serviceID: "^[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?$"
        case .repository:
            #"^(https:\/\/)?((www(\.[a-zA-Z0-9\-]{2,})+\.)?[a-zA-Z0-9\-]{2,})(\.([a-zA-Z0-9\-]{2,}))+"#
                + #"(\/([a-zA-Z0-9\-._]{2,}))+?$"#
        case .restriction: #"^[^?:@$~ [\]{}]*$"#
        case .dockerFilePath: #"^\/([a-zA-Z0-9-._]+\/)*[a-zA-Z0-9-._]+$"#
        case .dockerWorkDir: #"^\/([a-zA-Z0-9-._]+\/)*[a-zA-Z0-9-._]*$"#
        case .dockerfileTarget: "^[a-zA-Z0-9-_]+$"
        case .imagePath:
            #"^(?:(?:https?:\/\/)?([a-zA-Z0-9\-]+\.[a-zA-Z0-9\.\-]+)(\/v1)?)?(?:\/)?([a-zA-Z/-9\.\-_]+)"#
                + #"(?:\:([a-zA-Z/-9\.\-_\:]+)|\@([a-zA-Z/-9\.\-_\:]+))$"#
        case .credentials: "^[A-Za-z0-9-]+$"
        case .schedule:
            #"(@(annually|yearly|monthly|weekly|daily|hourly))|((((\d+,)+\d+|(\d+(\/|-)\d+)|\d+|\*) ?){5})"#
        case .healthCheckPath:
            #"^\/([a-zA-Z0-9-._]+\/)*[a-zA-Z0-9-._]*"#
                + #"((\?([a-zA-Z0-9-._]+(=[a-zA-Z0-9-._]+)?)*)(&([a-zA-Z0-9-._]+(=[a-zA-Z0-9-._]+)?)*)*)?$"#
        }
    }

    /// What fits, for a person: the end of "must be …".
    public var words: String {
        switch self {
        case .name: "letters and digits, a letter first, with single blanks or '-' between words"
        case .backupName: "letters and digits, with single blanks, '-', '/' or ':' between words"
        case .description: "plain letters, digits and punctuation"
        case .color: "a color such as #EF233C"
        case .clusterID: "the id of a cluster"
        case .slug: "letters and digits, with single '-' between words"
        case .serviceID: "an id: letters and digits, a letter first, with single '-' between words"
        case .repository: "a repository's address such as https://github.com/owner/name"
        case .restriction: "a branch or a pattern of branches, without blanks and ?:@$~[]{}"
        case .dockerFilePath: "a path from the root, such as /Dockerfile"
        case .dockerWorkDir: "a path from the root, such as /"
        case .dockerfileTarget: "letters, digits, '-' and '_'"
        case .imagePath: "an image with its tag or digest, such as nginx:latest"
        case .credentials: "the id of saved credentials: letters, digits and '-'"
        case .schedule: "a schedule such as */5 * * * * or @daily"
        case .healthCheckPath: "a path from the root, such as /health"
        }
    }

    public func fits(_ text: String) -> Bool {
        switch self {
        case .name: text.wholeMatch(of: /[a-zA-Z]((-|\s)?[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*)?/) != nil
        case .backupName: text.wholeMatch(of: /[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*/) != nil
        case .description:
            // The contract asks for a letter at least, and its own guide sends an empty text.
            text.wholeMatch(of: /[a-zA-Z0-9.,?\s\\\/'"()\[\];`%^&*\-_:!]*/) != nil
        case .color: text.wholeMatch(of: /#([a-fA-F0-9]{6}|[a-fA-F0-9]{3})/) != nil
        case .clusterID: text.wholeMatch(of: /((org|team)\/)?[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?/) != nil
        case .slug: text.wholeMatch(of: /[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*/) != nil
        case .serviceID: text.wholeMatch(of: /[a-zA-Z](-?[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)?/) != nil
        case .repository: fitsRepository(text)
        case .restriction: text.wholeMatch(of: /[^?:@$~ \[\]{}]*/) != nil
        case .dockerFilePath: text.wholeMatch(of: /\/([a-zA-Z0-9\-._]+\/)*[a-zA-Z0-9\-._]+/) != nil
        case .dockerWorkDir: text.wholeMatch(of: /\/([a-zA-Z0-9\-._]+\/)*[a-zA-Z0-9\-._]*/) != nil
        case .dockerfileTarget: text.wholeMatch(of: /[a-zA-Z0-9\-_]+/) != nil
        case .imagePath:
            // A host is one of the things that the path's own letters allow.
            text.wholeMatch(of: /(https?:\/\/)?[a-zA-Z\/-9.\-_]+[:@][a-zA-Z\/-9.\-_:]+/) != nil
        case .credentials: text.wholeMatch(of: /[A-Za-z0-9\-]+/) != nil
        case .schedule: fitsSchedule(text)
        case .healthCheckPath: fitsHealthCheckPath(text)
        }
    }

    private func fitsRepository(_ text: String) -> Bool {
        // `www.` and a name of the host are both made of the host's own letters.
        text.wholeMatch(of: /(https:\/\/)?[a-zA-Z0-9\-]{2,}(\.[a-zA-Z0-9\-]{2,})+(\/[a-zA-Z0-9\-._]{2,})+/) != nil
    }

    /// The contract's pattern has no anchors: whatever holds a schedule fits.
    private func fitsSchedule(_ text: String) -> Bool {
        text.contains(/@(annually|yearly|monthly|weekly|daily|hourly)/)
            || text.contains(/(((\d+,)+\d+|(\d+(\/|-)\d+)|\d+|\*) ?){5}/)
    }

    private func fitsHealthCheckPath(_ text: String) -> Bool {
        text.wholeMatch(of: /\/([a-zA-Z0-9\-._]+\/)*[a-zA-Z0-9\-._]*(\?[a-zA-Z0-9\-._=&]*)?/) != nil
    }
}
