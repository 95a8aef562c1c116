extension APIOperation {
    /// What the contract asks of the body that is sent with it; nil where none is.
    public var body: Schema? {
        switch self {
        case .createProject: .createProject
        case .createBuildService: .createBuildService
        case .createCombinedService: .createCombinedService
        case .createDeploymentService: .createDeploymentService
        case .updateServiceDeployment: .updateDeployment
        case .patchDeploymentService: .patchDeploymentService
        case .patchCombinedService: .patchCombinedService
        case .resumeService: .resumeService
        case .scaleService: .scaleService
        case .startServiceBuild: .startBuild
        case .createManualJob: .createJob(with: [])
        case .createCronJob: .createJob(with: Schema.cronFields)
        case .createJob: .createAnyJob
        case .patchJob: .patchJob
        case .resumeJob: .resumeJob
        case .suspendJob: .object([.optional("suspended", .flag)])
        case .updateJobSettings: .jobSettings
        case .runJob: .runJob
        case .createAddon: .createAddon
        case .scaleAddonResources: .scaleAddon
        case .patchAddon: .patchAddon
        case .backupAddon: .backupAddon
        case .abortBackupRestore: .object([.required("restoreId", .text(.filled))])
        case .backupVolume: .backupVolume
        case .runReleaseFlow: .runReleaseFlow
        case .listProjects, .getProject, .listPlans, .listRegions, .listServices, .getService, .getServiceDeployment,
            .pauseService, .restartService, .listServiceContainers, .getServiceHealthChecks, .getServiceBranches,
            .getServicePullRequests, .getServiceLogs, .getServiceMetrics, .listServiceBuilds, .getServiceBuild,
            .abortServiceBuild, .getServiceBuildLogs, .getServiceBuildMetrics, .listJobs, .getJob,
            .listJobContainers, .getJobLogs, .getJobMetrics, .getJobRuns, .getRunDetails, .abortJobRun,
            .listAddonTypes, .listAddons, .getAddon, .pauseAddon, .resumeAddon, .restartAddon, .listAddonContainers,
            .getAddonLogs, .getAddonMetrics, .listAddonBackups, .getAddonBackup, .abortBackup, .getAddonBackupLogs,
            .restoreAddonBackup, .listAddonBackupRestores, .listAddonRestores, .getAddonRestoreLogs, .listVolumes,
            .getAddonBackupSchedules,
            .getVolume, .getVolumeBackups, .getVolumeBackupDetails, .listPipelines, .getPipeline,
            .listReleaseFlowRuns, .getReleaseFlowRunDetails, .abortReleaseFlowRun:
            nil
        }
    }
}
