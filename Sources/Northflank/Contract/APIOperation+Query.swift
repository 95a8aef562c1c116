/// One name that a request's query may hold.
public struct QueryParameter: Hashable, Sendable {
    public var name: String
    public var schema: Schema
    /// Whether it may be there more than once.
    public var isRepeatable = false
}

extension APIOperation {
    /// What may be said in its query, as far as this project does.
    public var query: [QueryParameter] {
        switch self {
        case .listProjects, .listServices, .listServiceContainers, .getServiceBranches, .getServicePullRequests,
            .listServiceBuilds, .listJobs, .getJobRuns, .listAddons, .listAddonContainers, .listAddonBackups,
            .listAddonBackupRestores, .listAddonRestores, .getAddonBackupSchedules, .listVolumes, .getVolumeBackups,
            .listPipelines:
            Self.paging
        case .listReleaseFlowRuns:
            Self.paging + [.init(name: "status", schema: .text(.any)), .init(name: "concluded", schema: .flag)]
        case .listJobContainers: Self.paging + [.init(name: "runId", schema: .text(.any))]
        case .getServiceLogs, .getAddonLogs, .getAddonBackupLogs, .getAddonRestoreLogs:
            Self.lines + [.init(name: "containerName", schema: .text(.any))]
        case .getServiceBuildLogs: Self.lines + [.init(name: "buildId", schema: .text(.any))]
        case .getJobLogs:
            Self.lines + ["containerName", "runId"].map { .init(name: $0, schema: .text(.any)) }
        case .getServiceMetrics, .getAddonMetrics: Self.measurements
        case .getServiceBuildMetrics: Self.measurements + [.init(name: "buildId", schema: .text(.any))]
        case .getJobMetrics: Self.measurements + [.init(name: "runId", schema: .text(.any))]
        case .patchDeploymentService, .patchCombinedService, .createJob, .patchJob, .patchAddon,
            .createProject, .getProject, .listPlans, .listRegions, .createBuildService, .createCombinedService,
            .createDeploymentService, .getService, .getServiceDeployment, .updateServiceDeployment, .pauseService,
            .resumeService, .restartService, .scaleService, .getServiceHealthChecks, .startServiceBuild,
            .getServiceBuild, .abortServiceBuild, .createManualJob, .createCronJob, .getJob, .resumeJob, .suspendJob,
            .updateJobSettings, .runJob, .getRunDetails, .abortJobRun, .listAddonTypes, .createAddon, .getAddon,
            .pauseAddon, .resumeAddon, .restartAddon, .scaleAddonResources, .backupAddon, .getAddonBackup,
            .abortBackup, .restoreAddonBackup, .abortBackupRestore, .getVolume, .backupVolume,
            .getVolumeBackupDetails, .getPipeline, .runReleaseFlow, .getReleaseFlowRunDetails, .abortReleaseFlowRun:
            []
        }
    }

    private static let paging: [QueryParameter] = [
        .init(name: "per_page", schema: .integer), .init(name: "page", schema: .integer),
        .init(name: "cursor", schema: .text(.any)),
    ]

    private static let span: [QueryParameter] = [
        .init(name: "startTime", schema: .text(.any)), .init(name: "endTime", schema: .text(.any)),
        .init(name: "duration", schema: .integer),
    ]

    private static let lines: [QueryParameter] =
        [.init(name: "queryType", schema: .word(["range"]))] + span + [
            .init(name: "lineLimit", schema: .number),
            .init(name: "direction", schema: .word(["backward", "forward"])),
        ]
        + ["textIncludes", "textNotIncludes", "regexIncludes", "regexNotIncludes"].map {
            .init(name: $0, schema: .text(.any))
        }

    private static let measurements: [QueryParameter] =
        [
            .init(name: "queryType", schema: .word(["range", "single"])),
            .init(name: "metricTypes", schema: .text(.any), isRepeatable: true),
        ] + span
}
