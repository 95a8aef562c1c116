import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// Begins to roll out a commit, or an image of a registry where there is none.
    mutating func rollOut(
        _ reference: ServiceReference, _ sha: String?, because reason: String = "DEPLOYING", at date: Date
    ) {
        let fails = services[reference]?.failsToRollOut(at: date) ?? false
        services[reference]?.rollout = Rollout(
            startedAt: date, seed: random.next(), reason: reason, outcome: fails ? .failed : .completed, sha: sha)
    }

    /// Rolls out anew what the service is to run. Where that isn't there yet, nothing runs until it is.
    mutating func rollOutAnew(_ reference: ServiceReference, because reason: String = "DEPLOYING") {
        guard let service = services[reference], !service.isPaused else { return }
        switch service.runs {
        case nil: services[reference]?.rollout = nil
        case .ownBuilds: rollOutNewest(of: service, service.source?.branch, to: reference, because: reason)
        case .image(.registry): rollOut(reference, nil, because: reason, at: now)
        case .image(.build(_, _, .sha(let sha))): rollOut(reference, sha, because: reason, at: now)
        case .image(.build(let id, let branch, .latest)):
            let builder = services[ServiceReference(project: reference.project, service: id)]
            rollOutNewest(of: builder, branch, to: reference, because: reason)
        }
    }

    private mutating func rollOutNewest(
        of builder: Service?, _ branch: String?, to reference: ServiceReference, because reason: String
    ) {
        guard let build = builder?.latestImage(of: branch, at: now) else {
            services[reference]?.rollout = nil
            return
        }
        rollOut(reference, build.commit.sha, because: reason, at: now)
    }

    mutating func pause(_ reference: ServiceReference) {
        services[reference]?.isPaused = true
        services[reference]?.rollout = nil
    }

    mutating func resume(_ reference: ServiceReference, instances: Int?) {
        services[reference]?.isPaused = false
        if let instances { services[reference]?.instances = instances }
        rollOutAnew(reference)
    }
}
