import Northflank

/// What to build, read from the body of `POST …/build` and held against what the service can do.
struct BuildOrder {
    let branch: String
    let pullRequest: Int?
    let commit: World.Commit

    init(_ body: JSONValue?, for service: World.Service, in world: World) throws(Refusal) {
        guard let source = service.source, let repository = world.repositories[source.repository] else {
            throw .badRequest("The service doesn't build: it is a \(service.kind.rawValue) service")
        }
        let branch = body?["branch"]?.text
        let pullRequest = body?["pullRequestId"]?.integer
        if body?["bundleUrl"] != nil { throw .invalid("bundleUrl", "the service builds from git, not from a bundle") }
        if service.kind == .build {
            if branch == nil, pullRequest == nil {
                throw .invalid("branch", "a build service needs a branch or a pullRequestId")
            }
        } else if branch != nil || pullRequest != nil {
            throw .invalid(
                branch == nil ? "pullRequestId" : "branch",
                "a combined service builds its own branch; only sha is taken")
        }
        let built = try Self.find(branch ?? source.branch, pullRequest, in: repository)
        self.branch = built.name
        self.pullRequest = pullRequest
        commit =
            try body?["sha"]?.text.map { sha throws(Refusal) in
                try Self.commit(sha, of: service, in: repository)
            } ?? built.head
    }

    private static func find(
        _ branch: String, _ pullRequest: Int?, in repository: World.Repository
    ) throws(Refusal) -> World.Branch {
        if let pullRequest {
            guard let branch = repository.branches.first(where: { $0.pullRequest == pullRequest }) else {
                throw .invalid("pullRequestId", "\(repository.name) has no pull request \(pullRequest)")
            }
            return branch
        }
        guard let found = repository.branch(branch) else {
            throw .invalid("branch", "\(repository.name) has no branch \(branch)")
        }
        return found
    }

    /// The repository's commits are known as far as they head a branch or were built.
    private static func commit(
        _ sha: String, of service: World.Service, in repository: World.Repository
    ) throws(Refusal) -> World.Commit {
        let known = repository.branches.map(\.head) + service.builds.map(\.commit)
        guard let commit = known.first(where: { $0.sha == sha }) else {
            throw .invalid("sha", "\(repository.name) has no commit \(sha)")
        }
        return commit
    }
}

/// How to back up, read from the body of `POST …/backups`.
struct BackupOrder {
    /// Nil where one is to be made up.
    let name: String?
    let method: BackupRequest.Method
    let compression: String

    init(_ body: JSONValue?, for addon: World.Addon) throws(Refusal) {
        name = body?["name"]?.text
        method = body?["backupType"]?.text.flatMap(BackupRequest.Method.init) ?? .snapshot
        compression = body?["compressionType"]?.text ?? "gz"
        if method == .dump, !addon.type.dumps {
            throw .invalid("backupType", "\(addon.type.name) can't be dumped, only a snapshot can be taken")
        }
    }
}

extension World {
    /// The image that a body's `internal` or `external` names, if it names one. `at` is the path to them, such as
    /// `deployment.`.
    func image(in body: JSONValue?, of project: Project.ID, at path: String = "") throws(Refusal) -> ImageSource? {
        if let image = body?["external"] {
            return .registry(image: image["imagePath"]?.text ?? "", credentials: image["credentials"]?.text)
        }
        guard let source = body?["internal"] else { return nil }
        let id = Service.ID(source["id"]?.text ?? "")
        guard let builder = services[ServiceReference(project: project, service: id)], let code = builder.source else {
            throw .invalid("\(path)internal.id", "there is no service \(id) that builds")
        }
        let branch = source["branch"]?.text ?? code.branch
        guard let sha = source["buildSHA"]?.text, sha != "latest" else {
            return .build(of: id, branch: branch, .latest)
        }
        guard builder.builds.contains(where: { $0.commit.sha == sha && $0.hasImage(at: now) }) else {
            throw .invalid("\(path)internal.buildSHA", "\(id) has not built the commit \(sha)")
        }
        return .build(of: id, branch: branch, .sha(sha))
    }

    /// The plan at a path of a body, if there is one.
    func plan(_ plan: JSONValue?, at path: String) throws(Refusal) -> String? {
        guard let id = plan?.text else { return nil }
        guard Catalogue.plans.contains(where: { $0.id == id }) else { throw .invalid(path, "there is no plan \(id)") }
        return id
    }
}

extension JSONValue {
    /// The members of these names, as far as they are there.
    func picking(_ names: String...) -> [String: JSONValue] {
        (members ?? [:]).filter { names.contains($0.key) && $0.value != .null }
    }
}
