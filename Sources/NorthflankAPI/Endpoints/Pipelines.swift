public import Northflank

extension Pipeline: PageItem {
    public static var pageKey: String? { "pipelines" }
}

extension ReleaseRun: PageItem {
    public static var pageKey: String? { "runs" }
}

extension Endpoint {
    public static func listPipelines(_ project: Project.ID) -> Self where Response == Page<Pipeline> {
        Self(.listPipelines, [project.rawValue])
    }

    /// What is in which stage.
    public static func getPipeline(
        _ pipeline: Pipeline.ID, in project: Project.ID
    ) -> Self where Response == Single<PipelineDetail> {
        Self(.getPipeline, [project.rawValue, pipeline.rawValue])
    }

    public static func listReleaseRuns(_ flow: ReleaseFlowReference) -> Self where Response == Page<ReleaseRun> {
        Self(.listReleaseFlowRuns, flow.path)
    }

    public static func getReleaseRun(
        _ run: ReleaseRun.ID, of flow: ReleaseFlowReference
    ) -> Self where Response == Single<ReleaseRun> {
        Self(.getReleaseFlowRunDetails, flow.path + [run.rawValue])
    }

    /// The contract describes no answer: the run is to be found in the list.
    public static func startRelease(
        _ flow: ReleaseFlowReference, _ request: ReleaseRequest = ReleaseRequest()
    ) -> Self where Response == Accepted {
        Self(.runReleaseFlow, flow.path, body: request.json)
    }

    /// A run that is already over answers with a conflict.
    public static func abortRelease(
        _ run: ReleaseRun.ID, of flow: ReleaseFlowReference
    ) -> Self where Response == Single<ReleaseRun> {
        Self(.abortReleaseFlowRun, flow.path + [run.rawValue])
    }
}

extension ReleaseFlowReference {
    fileprivate var path: [String] { [project.rawValue, pipeline.rawValue, stage.rawValue] }
}
