extension Action {
    /// Whether data or a service can be lost by it, so that it takes more than a key.
    public var isDangerous: Bool {
        switch self {
        case .restore, .pause: true
        case .scale(.service(_, let request)): request.instances == 0
        case .startBuild, .runJob, .backUp, .create, .abort, .deploy, .restart, .resume, .scale(.addon), .suspend,
            .unsuspend:
            false
        }
    }
}
