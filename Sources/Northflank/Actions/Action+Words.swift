extension Action: CustomStringConvertible {
    /// What it does to what, by ids: "build of shop/api (main)", "snapshot of shop/db (nightly-1)".
    public var description: String {
        let title = title { $0.path }
        guard case .backUp(_, let request) = self else { return title }
        return "\(title) (\(request.name))"
    }

    /// What it does to what: "build of api (main)".
    /// - Parameter naming: How what it is about is named.
    public func title(naming: (ActionTarget) -> String) -> String {
        let name = naming(target)
        return switch self {
        case .startBuild(_, let request): "build of \(name)\(request.source.inBrackets)"
        case .runJob: "run of \(name)"
        case .backUp(_, let request): "\(request.method.rawValue) of \(name)"
        case .restore(let backup): "restore of \(name) from \(backup.backup)"
        case .create(let creation): "creation of \(creation.title)\(creation.project == nil ? "" : " in \(name)")"
        case .abort(let ongoing): "abort of \(ongoing.title) of \(name)"
        case .deploy(_, let request): "deployment of \(request.words) to \(name)"
        case .restart: "restart of \(name)"
        case .pause: "pause of \(name)"
        case .resume: "resuming of \(name)"
        case .scale(let scaling): "scaling of \(name) to \(scaling.words)"
        case .suspend: "suspension of \(name)"
        case .unsuspend: "resuming of \(name)"
        }
    }
}

extension ActionTarget {
    /// "shop/api"; empty for the account.
    public var path: String {
        switch self {
        case .account: ""
        case .project(let project): project.rawValue
        case .service(let service): "\(service.project)/\(service.service)"
        case .job(let job): "\(job.project)/\(job.job)"
        case .addon(let addon): "\(addon.project)/\(addon.addon)"
        }
    }
}

extension BuildRequest.Source {
    fileprivate var inBrackets: String {
        switch self {
        case .linked: ""
        case .branch(let branch): " (\(branch))"
        case .pullRequest(let number): " (#\(number))"
        }
    }
}

extension Creation {
    fileprivate var title: String { "\(kind.words) \(name ?? "without a name")" }
}

extension Ongoing {
    fileprivate var title: String {
        switch self {
        case .build(let build): "build \(build.build)"
        case .run(let run): "run \(run.run)"
        case .backup(let backup): "backup \(backup.backup)"
        case .restore(let restore, let backup): "restore \(restore) from \(backup.backup)"
        }
    }
}

extension DeployRequest {
    /// "builder/main at 12c15e7", "nginx:1.27, another start"
    public var words: String {
        switch self {
        case .image(let source, let runtime): source.words + (runtime == nil ? "" : ", another start")
        case .runtime: "another start"
        }
    }
}

extension ImageSource {
    /// "builder (main, 12c15e7)", "nginx:1.27"
    public var words: String {
        switch self {
        case .build(let service, let branch, .latest): "\(service) (\(branch), latest)"
        case .build(let service, let branch, .sha(let sha)): "\(service) (\(branch), \(sha.prefix(7)))"
        case .registry(let image, _): image
        }
    }
}

extension Scaling {
    /// "3 instances on nf-compute-20"
    public var words: String {
        switch self {
        case .service(_, let request):
            Self.words([request.instances.map { counted($0, "instance") }] + request.more.names, request.plan)
        case .addon(_, let request):
            Self.words(
                [request.replicas.map { counted($0, "replica") }, request.storage.map { "\($0) MB" }], request.plan)
        }
    }

    private static func words(_ sizes: [String?], _ plan: String?) -> String {
        let size = sizes.compactMap(\.self).joined(separator: ", ")
        guard let plan else { return size }
        return size.isEmpty ? plan : "\(size) on \(plan)"
    }
}

private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
