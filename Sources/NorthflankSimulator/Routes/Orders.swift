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
        var fields = try Fields(body)
        if fields.has("bundleUrl") { fields.refuse("bundleUrl", "the service builds from git, not from a bundle") }
        let branch = fields.string("branch")
        let pullRequest = fields.integer("pullRequestId")
        let sha = fields.string("sha", length: 40...40)
        Self.checkOverrides(&fields)
        if service.kind == .build {
            switch (fields.has("branch"), fields.has("pullRequestId")) {
            case (true, true): fields.refuse("pullRequestId", "give a branch or a pull request, not both")
            case (false, false): fields.refuse("branch", "a build service needs a branch or a pullRequestId")
            default: break
            }
        } else {
            for name in ["branch", "pullRequestId"] where fields.has(name) {
                fields.refuse(name, "a combined service builds its own branch; only sha is taken")
            }
        }
        try fields.finish()
        let built = try Self.find(branch ?? source.branch, pullRequest, in: repository)
        self.branch = built.name
        self.pullRequest = pullRequest
        commit = try sha.map { sha throws(Refusal) in try Self.commit(sha, of: service, in: repository) } ?? built.head
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

    private static func checkOverrides(_ fields: inout Fields) {
        fields.object("overrides") { overrides in
            for name in ["buildArguments", "buildFiles", "dockerSecretMounts"] { overrides.map(name) }
            overrides.object("docker") { docker in
                _ = docker.string("dockerFilePath", pattern: .dockerFilePath)
                _ = docker.string("dockerWorkDir", pattern: .dockerWorkDir)
                _ = docker.string("dockerfileTarget", pattern: .dockerfileTarget)
            }
        }
    }
}

/// How to back up, read from the body of `POST …/backups`.
struct BackupOrder {
    /// Nil where one is to be made up.
    let name: String?
    let method: BackupRequest.Method
    let compression: String

    init(_ body: JSONValue?, for addon: World.Addon) throws(Refusal) {
        var fields = try Fields(body)
        name = fields.string("name", length: 3...39, pattern: .backupName)
        let method = fields.word("backupType", of: ["dump", "snapshot"])
        compression = fields.word("compressionType", of: ["gz", "zstd"]) ?? "gz"
        _ = fields.string("customDestinationId", length: 3...100, pattern: .planOrDestination)
        fields.objects("additionalDestinations") { destination in
            destination.require("destinationId")
            destination.require("type")
            _ = destination.string("destinationId", length: 3...100, pattern: .planOrDestination)
            _ = destination.integer("retentionTime")
            _ = destination.word("type", of: ["custom"])
        }
        self.method = method.flatMap(BackupRequest.Method.init) ?? .snapshot
        if self.method == .dump, !addon.type.dumps {
            fields.refuse("backupType", "\(addon.type.name) can't be dumped, only a snapshot can be taken")
        }
        try fields.finish()
    }
}

/// Holds the body of `POST …/runs` against the contract. What it overrides changes nothing that can be seen from
/// outside of the run.
func checkRunOrder(_ body: JSONValue?) throws(Refusal) {
    var fields = try Fields(body)
    for name in ["runtimeEnvironment", "runtimeFiles", "dockerSecretMounts"] { fields.map(name) }
    fields.object("billing") { billing in
        _ = billing.string("deploymentPlan", length: 3...100, pattern: .planOrDestination)
    }
    fields.object("deployment") { deployment in
        if deployment.has("internal"), deployment.has("external") {
            deployment.refuse("external", "give internal or external, not both")
        }
        checkProcess(&deployment)
        deployment.object("internal") { source in
            _ = source.string("id", length: 3...54, pattern: .serviceID)
            _ = source.string("branch")
            _ = source.string("buildId")
            if let sha = source.string("buildSHA"), sha != "latest", sha.utf16.count != 40 {
                source.refuse("buildSHA", "must be a commit of 40 characters, or latest")
            }
        }
        deployment.object("external") { image in
            image.require("imagePath")
            _ = image.string("imagePath", pattern: .imagePath)
            _ = image.string("credentials", pattern: .credentials)
        }
    }
    try fields.finish()
}

private func checkProcess(_ deployment: inout Fields) {
    deployment.object("docker") { docker in
        docker.require("configType")
        _ = docker.word(
            "configType", of: ["default", "customEntrypoint", "customCommand", "customEntrypointCustomCommand"])
        _ = docker.string("customEntrypoint")
        _ = docker.string("customCommand")
    }
    deployment.object("buildpack") { buildpack in
        buildpack.require("configType")
        _ = buildpack.word(
            "configType",
            of: [
                "default", "customProcess", "customCommand", "customEntrypointCustomCommand",
                "originalEntrypointCustomCommand",
            ])
        for name in ["customProcess", "customEntrypoint", "customCommand"] { _ = buildpack.string(name) }
    }
    deployment.object("storage") { storage in
        storage.flag("useHdbStorage")
        storage.flag("usePdSsdStorage")
        _ = storage.integer("shmSize")
        storage.object("ephemeralStorage") { _ = $0.integer("storageSize") }
    }
}
