import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let builds: [Route] = [
        .on(.listServiceBuilds) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            return try call.page(of: service.builds.reversed(), as: "builds", id: \.id.rawValue) { build in
                world.json(build, of: service)
            }
        },
        .on(.getServiceBuild) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.build), of: try world.require(call.service))]
        },
        .on(.startServiceBuild) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            let order = try BuildOrder(call.body, for: service, in: world)
            guard
                let build = world.startBuild(
                    of: call.service, branch: order.branch, pullRequest: order.pullRequest, commit: order.commit,
                    at: world.now)
            else { throw .notFound("Service \(call.service.service)") }
            return [
                "data": world.item(
                    build.id.rawValue,
                    [
                        "id": .string(build.id.rawValue), "branch": .string(build.branch),
                        "pullRequestId": build.pullRequest.map(JSON.integer), "sha": .string(build.commit.sha),
                        "createdAt": .time(build.createdAt),
                        "status": .string(build.status(at: world.now).status.rawValue), "concluded": false,
                    ])
            ]
        },
        .on(.abortServiceBuild) { world, call throws(Refusal) in
            _ = try world.require(call.build)
            guard world.abortBuild(call.build) else { throw .conflict("The build is already concluded") }
            return ["data": [:]]
        },
    ]
}

extension World {
    fileprivate func json(_ build: Build, of service: Service) -> JSON {
        let (status, since) = build.status(at: now)
        let concluded = build.isConcluded(at: now)
        let succeeded = concluded && status == .success
        return item(
            build.id.rawValue,
            [
                "id": .string(build.id.rawValue),
                "branch": .string(build.branch),
                "pullRequestId": build.pullRequest.map(JSON.integer),
                "status": .string(status.rawValue),
                "sha": .string(build.commit.sha),
                "registry": succeeded ? ["uri": .string(image(of: build, service))] : nil,
                "concluded": .bool(concluded),
                "createdAt": .time(build.createdAt),
                "success": concluded ? .bool(succeeded) : nil,
                "message": concluded ? .string(outcomeText(status)) : nil,
                "buildConcludedAt": concluded ? .epoch(since) : nil,
            ])
    }

    private func image(of build: Build, _ service: Service) -> String {
        "europe-west1-docker.pkg.dev/\(Self.account)/\(service.project)/\(service.id):\(build.commit.sha.prefix(12))"
    }

    private func outcomeText(_ status: BuildStatus) -> String {
        switch status {
        case .success: "Image successfully built"
        case .failure: "Build failed: npm run build ended with exit code 1"
        case .crashed: "Build crashed: the builder ran out of memory"
        case .aborted: "Build was aborted"
        default: "Build ended"
        }
    }
}
