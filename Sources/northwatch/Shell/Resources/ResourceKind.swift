internal import Northflank
internal import TerminalUI

/// The kinds of things that `northwatch get` lists. What is said of a kind here is all there is to say: how it is
/// asked for, what is shown of it, help and completion go by it.
enum ResourceKind: String, CaseIterable {
    case projects, services, jobs, addons, volumes, pipelines
    case builds, branches
    case pullRequests = "pull-requests"
    case runs, backups
    case backupSchedules = "backup-schedules"
    case restores, containers
    case healthChecks = "health-checks"
    case volumeBackups = "volume-backups"
    case releaseRuns = "release-runs"
    case plans, regions
    case addonTypes = "addon-types"

    struct Definition {
        var place: Place
        /// Where the list stands in the answer's `data`; nil where `data` is the list.
        var key: String?
        /// Asks for one of them; nil where only the list tells.
        var one: APIOperation?
        /// What names an item in paths.
        var id = "id"
        /// Whether there may be thousands, of which the newest matter.
        var isHistory = false
        var columns: [ResourceColumn]
    }

    /// What a list is of, with the operation that asks for it.
    enum Place {
        case account(APIOperation)
        case project(APIOperation)
        /// Of a service, a job or an addon.
        case thing([NamedKind: APIOperation])
        /// Of what else is in a project, by the ids that lead to it: `["VOLUME"]`
        case inside([String], APIOperation)
    }

    var definition: Definition {
        switch self {
        case .projects:
            Definition(
                place: .account(.listProjects), key: "projects", one: .getProject,
                columns: [.name, .id, .text("DESCRIPTION", "description")])
        case .services:
            Definition(
                place: .project(.listServices), key: "services", one: .getService,
                columns: [
                    .name, .id, .text("KIND", "serviceType"), .status(BuildStatus.self, "BUILD", "status.build.status"),
                    .status(DeploymentStatus.self, "DEPLOYMENT", "status.deployment.status"),
                ])
        case .jobs:
            Definition(
                place: .project(.listJobs), key: "jobs", one: .getJob,
                columns: [.name, .id, .text("KIND", "jobType"), .text("SUSPENDED", "suspended")])
        case .addons:
            Definition(
                place: .project(.listAddons), key: "addons", one: .getAddon,
                columns: [.name, .id, .text("TYPE", "spec.type"), .status(AddonStatus.self)])
        case .volumes:
            Definition(
                place: .project(.listVolumes), one: .getVolume,
                columns: [
                    .name, .id, .text("STATUS", "status"), .text("MB", "spec.storageSize"), .age("AGE", "createdAt"),
                ])
        case .pipelines:
            Definition(
                place: .project(.listPipelines), key: "pipelines", one: .getPipeline,
                columns: [.name, .id, .age("AGE", "createdAt"), .text("DESCRIPTION", "description")])
        case .builds:
            Definition(
                place: .thing([.service: .listServiceBuilds]), key: "builds", one: .getServiceBuild, isHistory: true,
                columns: [
                    .id, .status(BuildStatus.self), .text("BRANCH", "branch"), .commit("COMMIT", "sha"),
                    .age("AGE", "createdAt"),
                    .text("MESSAGE", "message"),
                ])
        case .branches:
            Definition(
                place: .thing([.service: .getServiceBranches]), key: "branches", id: "name", isHistory: true,
                columns: [
                    .name, .commit("COMMIT", "commit.sha"), .age("AGE", "commit.date"),
                    .text("MESSAGE", "commit.message"),
                ])
        case .pullRequests:
            Definition(
                place: .thing([.service: .getServicePullRequests]), key: "pullRequests", isHistory: true,
                columns: [
                    .id, .text("STATE", "state"), .text("FROM", "source"), .text("TO", "destination"),
                    .commit("COMMIT", "sha"), .age("AGE", "created_at"), .text("TITLE", "title"),
                ])
        case .runs:
            Definition(
                place: .thing([.job: .getJobRuns]), key: "runs", one: .getRunDetails, isHistory: true,
                columns: [
                    .id, .text("NAME", "runName"), .status(RunStatus.self), .age("STARTED", "startedAt"),
                    .age("ENDED", "concludedAt"),
                ])
        case .backups:
            Definition(
                place: .thing([.addon: .listAddonBackups]), key: "backups", one: .getAddonBackup, isHistory: true,
                columns: [
                    .id, .name, .status(BackupStatus.self), .age("STARTED", "createdAt"), .age("ENDED", "completedAt"),
                ])
        case .backupSchedules:
            Definition(
                place: .thing([.addon: .getAddonBackupSchedules]), key: "schedules",
                columns: [
                    .id, .text("TYPE", "backupType"), .text("EVERY", "scheduling.interval"),
                    .text("DAY", "scheduling.day"), .text("HOUR", "scheduling.hour"),
                    .text("MINUTE", "scheduling.minute"), .text("DAYS KEPT", "retentionTime"),
                ])
        case .restores:
            Definition(
                place: .thing([.addon: .listAddonRestores]), key: "restores", isHistory: true,
                columns: [
                    .id, .text("BACKUP", "backupId"), .status(BackupStatus.self), .age("STARTED", "restoreTimestamp"),
                    .age("ENDED", "completedAt"),
                ])
        case .containers:
            Definition(
                place: .thing([
                    .service: .listServiceContainers, .job: .listJobContainers, .addon: .listAddonContainers,
                ]), key: "containers", id: "name",
                columns: [.name, .status(ContainerStatus.self), .age("AGE", "createdAt")])
        case .healthChecks:
            Definition(
                place: .thing([.service: .getServiceHealthChecks]), key: "healthChecks", id: "type",
                columns: [
                    .text("TYPE", "type"), .text("PROTOCOL", "protocol"), .text("PATH", "path"),
                    .text("COMMAND", "cmd"), .text("EVERY", "periodSeconds"), .text("TIMEOUT", "timeoutSeconds"),
                    .text("FAILURES", "failureThreshold"),
                ])
        case .volumeBackups:
            Definition(
                place: .inside(["VOLUME"], .getVolumeBackups), one: .getVolumeBackupDetails, isHistory: true,
                columns: [
                    .id, .name, .text("STATUS", "status"), .text("MB", "spec.storageSize"), .age("AGE", "createdAt"),
                ])
        case .releaseRuns:
            Definition(
                place: .inside(["PIPELINE", "STAGE"], .listReleaseFlowRuns), key: "runs",
                one: .getReleaseFlowRunDetails, isHistory: true,
                columns: [
                    .id, .name, .status(ReleaseStatus.self), .age("STARTED", "startedAt"),
                    .age("ENDED", "concludedAt"),
                ])
        case .plans:
            Definition(
                place: .account(.listPlans), key: "plans",
                columns: [
                    .id, .name, .text("CPU", "cpuResource"), .text("MB", "ramResource"),
                    .text("A MONTH", "amountPerMonth"), .text("", "currency"),
                ])
        case .regions:
            Definition(place: .account(.listRegions), key: "regions", columns: [.id, .name])
        case .addonTypes:
            Definition(
                place: .account(.listAddonTypes), key: "addonTypes", id: "type",
                columns: [.text("TYPE", "type"), .name, .text("VERSIONS", "versions")])
        }
    }
}

extension ResourceKind {
    /// One of them is meant by the singular too.
    init?(argument: String) {
        let name = argument.lowercased()
        guard let kind = Self.allCases.first(where: { $0.rawValue == name || $0.singular == name }) else { return nil }
        self = kind
    }

    /// For a command line: a miss gets the nearest.
    static func named(_ argument: String) throws -> ResourceKind {
        guard let kind = ResourceKind(argument: argument) else {
            throw Complaint.unknownWord(argument, of: allCases.flatMap { [$0.rawValue, $0.singular] })
        }
        return kind
    }

    /// What it is called within what it belongs to: the last word, "backup" for a volume's.
    private var noun: String { singular.split(separator: "-").last.map(String.init) ?? singular }

    /// In a sentence: "health checks", and one of them: "health check"
    var words: String { rawValue.replacing("-", with: " ") }
    var singularWords: String { singular.replacing("-", with: " ") }

    /// "build", "branch"
    var singular: String { self == .branches ? "branch" : String(rawValue.dropLast()) }

    /// A line of the help: what to give as its name.
    var usage: String {
        switch definition.place {
        case .account: return "[\(singular.uppercased())]"
        case .project: return "[PROJECT[/\(singular.uppercased())]]"
        case .inside(let names, _):
            return "PROJECT/\(names.joined(separator: "/"))[/\(noun.uppercased())]"
        case .thing(let operations):
            let kinds = NamedKind.allCases.filter { operations[$0] != nil }.map { $0.rawValue.uppercased() }
            return "PROJECT/\(kinds.joined(separator: "|"))[/\(noun.uppercased())]"
        }
    }

    /// All of them with their names, a line each.
    static var listing: String {
        let width = allCases.map(\.rawValue.count).max() ?? 0
        return allCases.map { "  \($0.rawValue.padding(to: width))  \($0.usage)" }.joined(separator: "\n")
    }
}
