/// The operations of the API's contract that this project speaks, by their `operationId`. The client asks by them, the
/// simulator answers by them.
public enum APIOperation: String, Sendable, CaseIterable {
    // Projects, plans and regions
    case listProjects, createProject, getProject, listPlans, listRegions
    // Services
    case patchDeploymentService, patchCombinedService
    case listServices, createBuildService, createCombinedService, createDeploymentService, getService
    case getServiceDeployment, updateServiceDeployment, pauseService, resumeService, restartService, scaleService
    case listServiceContainers, getServiceHealthChecks, getServiceBranches, getServicePullRequests, getServiceLogs
    case getServiceMetrics
    // Builds
    case listServiceBuilds, startServiceBuild, getServiceBuild, abortServiceBuild, getServiceBuildLogs
    case getServiceBuildMetrics
    // Jobs and runs
    case createJob, patchJob
    case listJobs, createManualJob, createCronJob, getJob, resumeJob, suspendJob, updateJobSettings
    case listJobContainers, getJobLogs, getJobMetrics, getJobRuns, runJob, getRunDetails, abortJobRun
    // Addons
    case patchAddon
    case listAddonTypes, listAddons, createAddon, getAddon, pauseAddon, resumeAddon, restartAddon
    case scaleAddonResources, listAddonContainers, getAddonLogs, getAddonMetrics
    // Backups and restores
    case listAddonBackups, backupAddon, getAddonBackup, abortBackup, getAddonBackupLogs, restoreAddonBackup
    case listAddonBackupRestores, abortBackupRestore, listAddonRestores, getAddonRestoreLogs, getAddonBackupSchedules
    // Volumes
    case listVolumes, getVolume, getVolumeBackups, backupVolume, getVolumeBackupDetails
    // Pipelines
    case listPipelines, getPipeline, listReleaseFlowRuns, runReleaseFlow, getReleaseFlowRunDetails
    case abortReleaseFlowRun
}

public enum RequestMethod: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
}

extension APIOperation {
    /// The contract's `operationId`.
    public var id: String { rawValue }
    public var method: RequestMethod { definition.method }
    /// As the contract writes it, relative to `/v1`: `projects/{projectId}/services`.
    public var path: String { definition.path }
    /// The contract's `x-required-permission`; nil where it is silent.
    public var permission: String? { definition.permission }
    /// The same for all accounts: it needs no permission, and has no path of its own for a team.
    public var isPlatforms: Bool { permission == nil }

    private struct Definition {
        var method: RequestMethod
        var path: String
        var permission: String?

        init(_ method: RequestMethod, _ path: String, _ permission: String? = nil) {
            self.method = method
            self.path = path
            self.permission = permission
        }
    }

    private var definition: Definition {
        switch self {
        case .listProjects: .init(.get, "projects", "Project > Projects > Manage > Read")
        case .createProject: .init(.post, "projects", "Project > Projects > Manage > Create")
        case .getProject: .init(.get, "projects/{projectId}", "Project > Projects > Manage > Read")
        case .listPlans: .init(.get, "plans")
        case .listRegions: .init(.get, "regions")
        case .listServices: .init(.get, "projects/{projectId}/services", "Project > Services > General > Read")
        case .createBuildService:
            .init(
                .post, "projects/{projectId}/services/build",
                "Project > Services > General > Create")
        case .createCombinedService:
            .init(
                .post, "projects/{projectId}/services/combined",
                "Project > Services > General > Create")
        case .createDeploymentService:
            .init(
                .post, "projects/{projectId}/services/deployment",
                "Project > Services > General > Create")
        case .getService:
            .init(
                .get, "projects/{projectId}/services/{serviceId}",
                "Project > Services > General > Read")
        case .getServiceDeployment:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/deployment",
                "Project > Services > Deployment > View Instances")
        case .updateServiceDeployment:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/deployment",
                "Project > Services > Deployment > Update Deployment")
        case .pauseService:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/pause",
                "Project > Services > General > Update")
        case .resumeService:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/resume",
                "Project > Services > General > Update")
        case .restartService:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/restart",
                "Project > Services > General > Update")
        case .scaleService:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/scale",
                "Project > Services > Deployment > Scale Service")
        case .listServiceContainers:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/containers",
                "Project > Services > Deployment > View Instances")
        case .getServiceHealthChecks:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/health-checks",
                "Project > Services > General > Read")
        case .getServiceBranches:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/branches",
                "Project > Services > General > Read")
        case .getServicePullRequests:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/pull-requests",
                "Project > Services > General > Read")
        case .getServiceLogs:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/logs",
                "Project > Services > Deployment > View Instance Logs")
        case .getServiceMetrics:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/metrics",
                "Project > Services > Deployment > View Instance Metrics")
        case .listServiceBuilds:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/build",
                "Project > Services > General > Read")
        case .startServiceBuild:
            .init(
                .post, "projects/{projectId}/services/{serviceId}/build",
                "Project > Services > Deployment > Deploy Build")
        case .getServiceBuild:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/build/{buildId}",
                "Project > Services > General > Read")
        case .abortServiceBuild:
            .init(
                .delete, "projects/{projectId}/services/{serviceId}/build/{buildId}",
                "Project > Services > Deployment > Deploy Build")
        case .getServiceBuildLogs:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/build-logs",
                "Project > Services > Deployment > View Instance Logs")
        case .getServiceBuildMetrics:
            .init(
                .get, "projects/{projectId}/services/{serviceId}/build-metrics",
                "Project > Services > Deployment > View Instance Metrics")
        case .listJobs: .init(.get, "projects/{projectId}/jobs", "Project > Jobs > General > Read")
        case .createManualJob: .init(.post, "projects/{projectId}/jobs/manual", "Project > Jobs > General > Create")
        case .createCronJob: .init(.post, "projects/{projectId}/jobs/cron", "Project > Jobs > General > Create")
        case .getJob: .init(.get, "projects/{projectId}/jobs/{jobId}", "Project > Jobs > General > Read")
        case .resumeJob: .init(.post, "projects/{projectId}/jobs/{jobId}/resume", "Project > Jobs > General > Update")
        case .suspendJob: .init(.post, "projects/{projectId}/jobs/{jobId}/suspend", "Project > Jobs > General > Update")
        case .updateJobSettings:
            .init(
                .post, "projects/{projectId}/jobs/{jobId}/settings",
                "Project > Jobs > General > Update")
        case .listJobContainers:
            .init(
                .get, "projects/{projectId}/jobs/{jobId}/containers",
                "Project > Jobs > Deployment > View Instance Logs")
        case .getJobLogs:
            .init(
                .get, "projects/{projectId}/jobs/{jobId}/logs",
                "Project > Jobs > Deployment > View Instance Logs")
        case .getJobMetrics:
            .init(
                .get, "projects/{projectId}/jobs/{jobId}/metrics",
                "Project > Jobs > Deployment > View Instance Metrics")
        case .getJobRuns: .init(.get, "projects/{projectId}/jobs/{jobId}/runs", "Project > Jobs > General > Read")
        case .runJob: .init(.post, "projects/{projectId}/jobs/{jobId}/runs", "Project > Jobs > General > Read")
        case .getRunDetails:
            .init(
                .get, "projects/{projectId}/jobs/{jobId}/runs/{runId}",
                "Project > Jobs > General > Read")
        case .abortJobRun:
            .init(
                .delete, "projects/{projectId}/jobs/{jobId}/runs/{runId}",
                "Project > Jobs > Deployment > Deploy Build")
        case .listAddonTypes: .init(.get, "addon-types")
        case .listAddons: .init(.get, "projects/{projectId}/addons", "Project > Addons > General > Read")
        case .createAddon: .init(.post, "projects/{projectId}/addons", "Project > Addons > General > Create")
        case .getAddon: .init(.get, "projects/{projectId}/addons/{addonId}", "Project > Addons > General > Read")
        case .pauseAddon:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/pause",
                "Project > Addons > General > Update")
        case .resumeAddon:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/resume",
                "Project > Addons > General > Update")
        case .restartAddon:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/restart",
                "Project > Addons > General > Update")
        case .scaleAddonResources:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/scale",
                "Project > Addons > General > Update")
        case .listAddonContainers:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/containers",
                "Project > Addons > Deployment > View Instances")
        case .getAddonLogs:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/logs",
                "Project > Addons > Deployment > View Instance Logs")
        case .getAddonMetrics:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/metrics",
                "Project > Addons > Deployment > View Instance Metrics")
        case .listAddonBackups:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backups",
                "Project > Addons > General > Read")
        case .backupAddon:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/backups",
                "Project > Addons > General > Update")
        case .getAddonBackup:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backups/{backupId}",
                "Project > Addons > General > Read")
        case .abortBackup:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/backups/{backupId}/abort",
                "Project > Addons > General > Update")
        case .getAddonBackupLogs:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backups/{backupId}/logs",
                "Project > Addons > Deployment > View Instance Logs")
        case .restoreAddonBackup:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/backups/{backupId}/restore",
                "Project > Addons > General > Update")
        case .listAddonBackupRestores:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backups/{backupId}/restores",
                "Project > Addons > General > Read")
        case .abortBackupRestore:
            .init(
                .post, "projects/{projectId}/addons/{addonId}/backups/{backupId}/abort-restore",
                "Project > Addons > General > Update")
        case .listAddonRestores:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/restores",
                "Project > Addons > General > Read")
        case .getAddonBackupSchedules:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backup-schedules",
                "Project > Addons > General > Read")
        case .getAddonRestoreLogs:
            .init(
                .get, "projects/{projectId}/addons/{addonId}/backups/{backupId}/restores/{restoreId}/logs",
                "Project > Addons > Deployment > View Instance Logs")
        case .listVolumes: .init(.get, "projects/{projectId}/volumes", "Project > Volumes > General > Read")
        case .getVolume: .init(.get, "projects/{projectId}/volumes/{volumeId}", "Project > Volumes > General > Read")
        case .getVolumeBackups:
            .init(
                .get, "projects/{projectId}/volumes/{volumeId}/backups",
                "Project > Volumes > Backups > Read")
        case .backupVolume:
            .init(
                .post, "projects/{projectId}/volumes/{volumeId}/backups",
                "Project > Volumes > Backups > Create")
        case .getVolumeBackupDetails:
            .init(
                .get, "projects/{projectId}/volumes/{volumeId}/backups/{backupId}",
                "Project > Volumes > Backups > Read")
        case .listPipelines: .init(.get, "projects/{projectId}/pipelines", "Project > Pipelines > General > Read")
        case .getPipeline:
            .init(
                .get, "projects/{projectId}/pipelines/{pipelineId}",
                "Project > Pipelines > General > Read")
        case .listReleaseFlowRuns:
            .init(
                .get, "projects/{projectId}/pipelines/{pipelineId}/release-flows/{stage}/runs",
                "Project > Pipelines > General > Read")
        case .runReleaseFlow:
            .init(
                .post, "projects/{projectId}/pipelines/{pipelineId}/release-flows/{stage}/runs",
                "Project > Pipelines > General > Update")
        case .getReleaseFlowRunDetails:
            .init(
                .get, "projects/{projectId}/pipelines/{pipelineId}/release-flows/{stage}/runs/{runId}",
                "Project > Pipelines > General > Read")
        case .abortReleaseFlowRun:
            .init(
                .post, "projects/{projectId}/pipelines/{pipelineId}/release-flows/{stage}/runs/{runId}/abort",
                "Project > Pipelines > General > Update")
        case .patchDeploymentService:
            .init(
                .patch, "projects/{projectId}/services/deployment/{serviceId}", "Project > Services > General > Update")
        case .patchCombinedService:
            .init(.patch, "projects/{projectId}/services/combined/{serviceId}", "Project > Services > General > Update")
        case .createJob:
            .init(.post, "projects/{projectId}/jobs", "Project > Jobs > General > Create")
        case .patchJob:
            .init(.patch, "projects/{projectId}/jobs/{jobId}", "Project > Jobs > General > Update")
        case .patchAddon:
            .init(.patch, "projects/{projectId}/addons/{addonId}", "Project > Addons > General > Update")
        }
    }
}
