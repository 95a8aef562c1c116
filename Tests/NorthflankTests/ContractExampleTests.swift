import Northflank
import Testing

// Every example answer of the contract that is about a project, service, build, job, run, addon or backup.

@Test func listProjectsReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(Many<Project>.self, ListExamples.listProjects)
    #expect(
        answer.data["projects"]?.items == [
            Project(id: "default-project", name: "Default Project", description: "The project description")
        ])
    #expect(answer.pagination == Pagination(hasNextPage: false, cursor: nil))
    #expect(notices.isEmpty)
}

@Test func listServicesReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(Many<Service>.self, ListExamples.listServices)
    let changed = try moment("2021-11-29T11:47:16.624Z")
    #expect(
        answer.data["services"]?.items == [
            Service(
                id: "example-service", name: "Example Service", kind: .combined,
                description: "This is the service description",
                build: .init(status: .success, changedAt: changed),
                deployment: .init(status: .completed, reason: "DEPLOYING", changedAt: changed))
        ])
    #expect(notices.isEmpty)
}

@Test func listServiceBuildsReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(Many<Build>.self, ListExamples.listServiceBuilds)
    try #expect(answer.data["builds"]?.items == [exampleBuild()])
    #expect(notices.isEmpty)
}

@Test func listJobsReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(Many<Job>.self, ListExamples.listJobs)
    #expect(
        answer.data["jobs"]?.items == [
            Job(id: "example-job", name: "Example Job", kind: .cron, description: "This is the job description")
        ])
    #expect(notices.isEmpty)
}

@Test func listAddonsReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(Many<Addon>.self, ListExamples.listAddons)
    #expect(
        answer.data["addons"]?.items == [
            Addon(
                id: "example-addon", name: "Example Addon", description: "This is the addon description",
                type: "mongodb", status: .running)
        ])
    #expect(notices.isEmpty)
}

@Test func getProjectReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<Project>.self, SingleExamples.getProject)
    #expect(
        answer.data == Project(id: "default-project", name: "Default Project", description: "The project description"))
    #expect(notices.isEmpty)
}

@Test func getServiceReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<ServiceDetail>.self, SingleExamples.getService)
    #expect(answer.data.service.id == "example-service")
    #expect(answer.data.service.kind == .combined)
    #expect(answer.data.service.build?.status == .success)
    #expect(answer.data.service.deployment?.status == .completed)
    #expect(answer.data.branch == "master")
    #expect(answer.data.repository == "https://github.com/northflank/gatsby-with-northflank")
    try #expect(answer.data.createdAt == moment("2021-01-20T11:19:53.175Z"))
    // The contract requires it, and its own example does without.
    #expect(answer.data.paused == nil)
    #expect(notices.isEmpty)
}

@Test func getServiceBuildReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<Build>.self, SingleExamples.getServiceBuild)
    try #expect(answer.data == exampleBuild())
    #expect(notices.isEmpty)
}

@Test func startServiceBuildReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<Build>.self, SingleExamples.startServiceBuild)
    try #expect(
        answer.data
            == Build(
                id: "joyous-view-6290", branch: "main", status: .pending,
                sha: "12c15e7ee25fd78f567ebf87f9178b8ad70025b3", createdAt: moment("2021-07-28T15:55:38.296Z"),
                concluded: false))
    #expect(notices.isEmpty)
}

@Test func runJobReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<JobRun>.self, SingleExamples.runJob)
    #expect(
        answer.data
            == JobRun(
                id: "d34582a4-35bd-4c71-8e7c-e36999b88723", runName: "example-job-5fcf67bc56e1913e21d49504"))
    #expect(notices.isEmpty)
}

@Test func backupAddonReadsAsTheContractShowsIt() throws {
    let (answer, notices) = try decode(One<Backup>.self, SingleExamples.backupAddon)
    try #expect(
        answer.data
            == Backup(
                id: "example-backup", name: "Example Backup", status: .completed,
                createdAt: moment("2021-01-20T11:19:53.175Z"), completedAt: moment("2021-01-20T11:19:54.494Z"),
                source: "snapshot", size: 1234, addonVersion: "4.4.8",
                lastRestore: .init(
                    startedAt: moment("2021-01-20T11:19:54.494Z"), status: .completed,
                    completedAt: moment("2021-01-20T11:19:54.494Z"))))
    #expect(notices.isEmpty)
}

@Test func theAnswersOfWhatCreatesResourcesReadAsThoseResources() throws {
    let project = try decode(One<Project>.self, CreationExamples.createProject)
    #expect(project.0.data.id == "example-project")
    #expect(project.0.data.name == "New Project")
    #expect(project.notices.isEmpty)

    let build = try decode(One<ServiceDetail>.self, CreationExamples.createBuildService)
    #expect(build.0.data.service.kind == .build)
    #expect(build.0.data.service.build?.status == .success)
    #expect(build.0.data.service.deployment == nil)
    #expect(build.notices.isEmpty)

    let deployment = try decode(One<ServiceDetail>.self, CreationExamples.createDeploymentService)
    #expect(deployment.0.data.service.kind == .deployment)
    #expect(deployment.0.data.service.build == nil)
    #expect(deployment.0.data.service.deployment?.status == .completed)
    #expect(deployment.notices.isEmpty)

    let job = try decode(One<JobDetail>.self, CreationExamples.createManualJob)
    #expect(
        job.0.data.job == Job(id: "example-job", name: "Example Job", kind: .manual, description: "A job description"))
    #expect(job.0.data.schedule == nil)
    #expect(job.notices.isEmpty)

    let addon = try decode(One<Addon>.self, CreationExamples.createAddon)
    #expect(addon.0.data.id == "example-addon")
    #expect(addon.0.data.status == .running)
    #expect(addon.notices.isEmpty)
}

/// `createdAt` is a text and `buildConcludedAt` a number, in one and the same object.
private func exampleBuild() throws -> Build {
    Build(
        id: "joyous-view-6290", branch: "main", status: .success, sha: "12c15e7ee25fd78f567ebf87f9178b8ad70025b3",
        createdAt: try moment("2021-07-28T15:55:38.296Z"), concludedAt: try moment("2020-11-24T17:12:53.000Z"),
        concluded: true, success: true, message: "Image successfully built")
}
