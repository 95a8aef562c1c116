extension Action: CustomStringConvertible {
    /// What it does to what, by ids: "build of shop/api (main)".
    public var description: String {
        switch self {
        case .startBuild(let service, let request):
            switch request.source {
            case .linked: "build of \(service.project)/\(service.service)"
            case .branch(let branch): "build of \(service.project)/\(service.service) (\(branch))"
            case .pullRequest(let number): "build of \(service.project)/\(service.service) (#\(number))"
            }
        case .runJob(let job): "run of \(job.project)/\(job.job)"
        case .backUp(let addon, let request):
            "\(request.method.rawValue) of \(addon.project)/\(addon.addon) (\(request.name))"
        }
    }
}
