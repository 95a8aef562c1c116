import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// How many builds, runs or backups are kept of one thing, so that a world left alone for weeks doesn't grow.
    static let kept = 400

    /// Somebody pushes a commit to one of the repositories.
    mutating func pushSomewhere() {
        guard !pushed.isEmpty else { return }
        let repository = random.pick(pushed)
        let builders = (repositories[repository]?.builders ?? []).compactMap { services[$0] }
        // Only what somebody builds makes a difference.
        let branches = (repositories[repository]?.branches ?? []).filter { branch in
            builders.contains { $0.follows(branch.name) }
        }
        guard let main = branches.first else { return }
        let branch = random.chance(0.6) ? main : random.pick(branches)
        push(to: repository, branch: branch.name, at: now)
    }

    mutating func planPush() {
        guard let pushEvery else { return }
        events.plan(.push, at: now + random.seconds(pushEvery))
    }

    /// A commit arrives on a branch, and each service that follows the branch starts to build it.
    mutating func push(to repository: String, branch name: String, at date: Date) {
        guard let index = repositories[repository]?.branches.firstIndex(where: { $0.name == name }) else { return }
        let commit = Names.commit(at: date, on: name, &random)
        repositories[repository]?.branches[index].head = commit
        guard let branch = repositories[repository]?.branches[index] else { return }
        for builder in repositories[repository]?.builders ?? [] where services[builder]?.follows(name) == true {
            // A branch with a pull request is now and then built for the latter.
            let pullRequest = services[builder]?.kind == .build && random.chance(0.5) ? branch.pullRequest : nil
            _ = startBuild(of: builder, branch: name, pullRequest: pullRequest, commit: commit, at: date)
        }
    }

    /// Starts a build, and has it conclude in its time.
    mutating func startBuild(
        of reference: ServiceReference, branch: String, pullRequest: Int?, commit: Commit, at date: Date
    ) -> Build? {
        guard let service = services[reference] else { return nil }
        var id = Names.build(&random)
        while service.build(id) != nil { id = Names.build(&random) }
        let build = Build(
            id: id, branch: branch, pullRequest: pullRequest, commit: commit, createdAt: date, seed: random.next(),
            typical: service.typicalBuild, outcome: buildOutcome(service, at: date))
        services[reference]?.append(build)
        events.plan(.buildConcludes(BuildReference(service: reference, build: id)), at: build.concludesAt)
        return build
    }

    /// Ends a build that isn't concluded yet. Whether there was one to end.
    mutating func abortBuild(_ reference: BuildReference) -> Bool {
        guard let index = services[reference.service]?.builds.lastIndex(where: { $0.id == reference.build }),
            services[reference.service]?.builds[index].isConcluded(at: now) == false
        else { return false }
        services[reference.service]?.builds[index].abortedAt = now
        return true
    }

    /// A build that went well is deployed by its own service, or by those that run its builds.
    mutating func conclude(_ reference: BuildReference) {
        guard let service = services[reference.service], let build = service.build(reference.build),
            build.abortedAt == nil, build.outcome == .success, build.pullRequest == nil
        else { return }
        if service.runs == .ownBuilds, !service.cdDisabled, !service.isPaused {
            rollOut(service.reference, build.commit.sha, at: build.concludesAt)
        }
        let follows = Service.Runs.image(.build(of: service.id, branch: build.branch, .latest))
        for id in project(service.project)?.services ?? [] {
            let reference = ServiceReference(project: service.project, service: id)
            guard let other = services[reference], other.runs == follows, !other.cdDisabled, !other.isPaused else {
                continue
            }
            rollOut(reference, build.commit.sha, at: build.concludesAt)
        }
    }

    private mutating func buildOutcome(_ service: Service, at date: Date) -> BuildStatus {
        if let since = service.buildsFailSince, since <= date { return .failure }
        guard random.chance(hiccups) else { return .success }
        return random.chance(0.8) ? .failure : .crashed
    }
}

extension World.Service {
    mutating func append(_ build: World.Build) {
        builds.append(build)
        if builds.count > World.kept { builds.removeFirst(World.kept / 4) }
    }
}
