import Northflank

extension Route {
    static let pipelines: [Route] = [
        .on(.listPipelines) { world, call throws(Refusal) in
            let project = try world.require(call.project)
            let pipelines = world.pipelines.filter { $0.project == project.id }
            return try call.page(of: pipelines, as: "pipelines", id: \.id.rawValue) { pipeline in
                world.item(
                    pipeline.id.rawValue,
                    [
                        "name": .string(pipeline.name), "description": pipeline.about.map(JSON.string),
                        "id": .string(pipeline.id.rawValue), "createdAt": .time(pipeline.createdAt),
                        "updatedAt": .time(pipeline.createdAt),
                    ])
            }
        },
        .on(.getPipeline) { world, call throws(Refusal) in
            let pipeline = try world.require(.init(call.parameters["pipelineId"] ?? ""), in: call.project)
            return [
                "data": [
                    "name": .string(pipeline.name), "description": pipeline.about.map(JSON.string),
                    "nfObjects": .array(
                        pipeline.members.map { member in
                            [
                                "id": .string(member.service.rawValue), "type": "service",
                                "stage": .string(member.stage.rawValue),
                            ]
                        }),
                ]
            ]
        },
        .on(.listReleaseFlowRuns) { world, call throws(Refusal) in
            let now = world.now
            var runs = Array(try world.require(call.flow).reversed())
            if let status = call.query["status"] { runs.removeAll { $0.status(at: now).rawValue != status } }
            if let concluded = call.query["concluded"] {
                runs.removeAll { ($0.concludesAt <= now) != (concluded == "true") }
            }
            return try call.page(of: runs, as: "runs", id: \.id.rawValue) { world.json($0) }
        },
        .on(.getReleaseFlowRunDetails) { world, call throws(Refusal) in
            ["data": world.json(try world.releaseRun(asked: call)).adding(["apiVersion": "v1.2"])]
        },
        .on(.runReleaseFlow) { world, call throws(Refusal) in
            _ = try world.require(call.flow)
            world.startRelease(
                call.flow, name: call.body?["name"]?.text, about: call.body?["description"]?.text)
            return [:]
        },
        .on(.abortReleaseFlowRun) { world, call throws(Refusal) in
            let run = try world.releaseRun(asked: call)
            guard world.abortRelease(run.id, of: call.flow) else { throw .conflict("The run is already concluded") }
            return ["data": world.json(try world.releaseRun(asked: call)).adding(["apiVersion": "v1.2"])]
        },
    ]
}

extension World {
    fileprivate func releaseRun(asked call: Call) throws(Refusal) -> ReleaseRun {
        let id = ReleaseRun.ID(call.parameters["runId"] ?? "")
        guard let run = try require(call.flow).first(where: { $0.id == id }) else { throw .notFound("Run \(id)") }
        return run
    }

    fileprivate func json(_ run: ReleaseRun) -> JSON {
        let status = run.status(at: now)
        let concluded = run.concludesAt <= now
        return item(
            run.id.rawValue,
            [
                "id": .string(run.id.rawValue), "name": .string(run.name), "description": run.about.map(JSON.string),
                "status": .string(status.rawValue),
                "startedAt": status == .pending ? nil : .time(run.startedAt), "concluded": .bool(concluded),
                "concludedAt": concluded ? .time(run.concludesAt) : nil, "createdAt": .time(run.createdAt),
                "updatedAt": .time(min(now, run.concludesAt)),
            ])
    }
}
