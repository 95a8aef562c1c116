import Northflank
import Testing

@Test func oneBadItemIsDroppedWithANoticeAndTheOthersAreKept() throws {
    let (answer, notices) = try decode(
        Many<Project>.self,
        #"""
        {
          "data": {"projects": [
            {"id": "p1", "name": "One"},
            {"name": "has no id"},
            null,
            "a text",
            [1, {"deep": [true]}],
            {"id": {}, "name": "odd id"},
            {"id": "", "name": "empty id"},
            {"id": "p2", "name": "Two"}
          ]},
          "pagination": {"hasNextPage": false, "count": 8}
        }
        """#)
    #expect(answer.data["projects"]?.items.map(\.id) == ["p1", "p2"])
    #expect(
        notices == [
            "data.projects[1] left out: data.projects[1].id: expected a value, found nothing",
            "data.projects[2] left out: data.projects[2]: expected an object, found null",
            "data.projects[3] left out: data.projects[3]: expected an object, found a text",
            "data.projects[4] left out: data.projects[4]: expected an object, found a list",
            "data.projects[5] left out: data.projects[5].id: expected a text, found an object",
            "data.projects[6] left out: data.projects[6].id: expected an id, found an empty text",
        ])
}

@Test func anOddFieldIsNilWithANoticeAndTheRestOfTheItemIsKept() throws {
    let (service, notices) = try decode(
        Service.self,
        #"""
        {"id": "s1", "name": "One", "description": 7, "serviceType": "build", "tags": "none", "disabledCI": [],
         "status": {"build": {"status": {}}, "deployment": {"status": "FAILED", "lastTransitionTime": "soon"}}}
        """#)
    #expect(
        service == Service(id: "s1", name: "One", kind: .build, build: nil, deployment: .init(status: .failed)))
    #expect(
        notices == [
            "description is not what the API promises",
            "tags is not what the API promises",
            "disabledCI is not what the API promises",
            "status.build is not what the API promises",
            "status.deployment.lastTransitionTime is not what the API promises",
        ])
}

@Test func fieldsThatThisVersionDoesNotKnowAreIgnored() throws {
    let (job, notices) = try decode(
        Job.self, #"{"id": "j1", "name": "One", "jobType": "manual", "novelty": {"deep": [1, 2, 3]}}"#)
    #expect(job == Job(id: "j1", name: "One", kind: .manual))
    #expect(notices.isEmpty)
}

@Test func nothingButTheIDIsNeededOfBuildsRunsAndBackups() throws {
    try #expect(decode(Build.self, #"{"id": "b1"}"#).0 == Build(id: "b1"))
    try #expect(decode(JobRun.self, #"{"id": "r1"}"#).0 == JobRun(id: "r1"))
    try #expect(decode(Backup.self, #"{"id": "k1"}"#).0 == Backup(id: "k1", name: "k1"))
}

@Test func nullIsTheSameAsAbsent() throws {
    let (build, notices) = try decode(
        Build.self, #"{"id": "b1", "branch": null, "status": null, "registry": null, "pullRequestId": null}"#)
    #expect(build == Build(id: "b1"))
    #expect(notices.isEmpty)
}

@Test func wholeNumbersMayComeAsFloatsAndTexts() throws {
    try #expect(decode(Build.self, #"{"id": "b1", "pullRequestId": 12.0}"#).0.pullRequestID == 12)
    try #expect(decode(Build.self, #"{"id": "b1", "pullRequestId": "12"}"#).0.pullRequestID == 12)
    try #expect(decode(JobRun.self, #"{"id": "r1", "backoffLimit": "3", "completions": 1.0}"#).0.backoffLimit == 3)
    let large = try decode(Backup.self, #"{"id": "k1", "config": {"size": "9007199254740993"}}"#).0
    #expect(large.size == 9_007_199_254_740_993)
    let empty = try decode(Backup.self, #"{"id": "k1", "config": {"size": ""}}"#)
    #expect(empty.0.size == nil)
    #expect(empty.notices.isEmpty)
}

@Test func idsMayComeAsNumbers() throws {
    try #expect(decode([Build.ID].self, #"["a1", 12, 12.0, 1.5]"#).0 == ["a1", "12", "12", "1.5"])
}

@Test func flagsMayComeAsZeroAndOne() throws {
    let (job, notices) = try decode(Job.self, #"{"id": "j1", "name": "One", "suspended": 1}"#)
    #expect(job.suspended)
    try #expect(!decode(Job.self, #"{"id": "j1", "name": "One", "suspended": 0}"#).0.suspended)
    #expect(notices.isEmpty)
}

@Test func aRunIsWhatItsStatusSaysWhateverItsCountersSay() throws {
    let (run, _) = try decode(
        JobRun.self, #"{"id": "r1", "status": "FAILED", "active": 1, "succeeded": 1, "failed": 0}"#)
    #expect(run.status == .failed)
    #expect(run.health == .failing)
    #expect(!run.isActive)
}

@Test func aStatusOfLaterDaysKeepsItsText() throws {
    let (build, notices) = try decode(Build.self, #"{"id": "b1", "status": "TELEPORTING"}"#)
    #expect(build.status?.rawValue == "TELEPORTING")
    #expect(build.status?.description == "TELEPORTING")
    #expect(build.health == .unknown)
    #expect(!build.isActive)
    #expect(notices.isEmpty)
}

@Test func aKindOfLaterDaysKeepsItsText() throws {
    let (service, _) = try decode(Service.self, #"{"id": "s1", "name": "One", "serviceType": "sandbox"}"#)
    #expect(service.kind == ServiceKind(rawValue: "sandbox"))
}

@Test func anAddonTypeTellsWhetherItCanDump() throws {
    let (types, notices) = try decode(
        [AddonType].self,
        #"""
        [{"type": "postgresql", "name": "PostgreSQL", "features": {"backupsDump": true, "tls": true}},
         {"type": "redis", "features": {"backupsDump": 0}},
         {"type": "minio"}]
        """#)
    #expect(
        types == [
            AddonType(type: "postgresql", name: "PostgreSQL", canDump: true),
            AddonType(type: "redis", canDump: false),
            AddonType(type: "minio", canDump: false),
        ])
    #expect(notices.isEmpty)
}

@Test func aJobTellsItsSchedule() throws {
    let (job, _) = try decode(
        JobDetail.self,
        #"{"id": "j1", "name": "One", "jobType": "cron", "settings": {"cron": {"schedule": "*/5 * * * *"}}}"#)
    #expect(job.schedule == "*/5 * * * *")
}

@Test func aBranchTellsItsNewestCommit() throws {
    let (branch, _) = try decode(
        Branch.self, #"{"name": "main", "id": "main", "commit": {"sha": "12c15e7", "message": "Fix\n\nit"}}"#)
    #expect(branch == Branch(name: "main", sha: "12c15e7", message: "Fix\n\nit"))
}

@Test func aListOfThousandsOfOddItemsIsToldInFiftyNotices() throws {
    let items = (0..<3000).map { _ in #"{"name": "has no id"}"# }.joined(separator: ",")
    let (list, notices) = try decode(TolerantList<Project>.self, "[\(items)]")
    #expect(list.items.isEmpty)
    #expect(notices.count == 51)
    #expect(notices.last == "and 2950 more")
}

@Test func theCursorOfAPageIsText() throws {
    try #expect(
        decode(Pagination.self, #"{"hasNextPage": true, "cursor": "abc", "count": 50}"#).0
            == Pagination(hasNextPage: true, cursor: "abc"))
    try #expect(
        decode(Pagination.self, #"{"hasNextPage": 1, "cursor": 17}"#).0
            == Pagination(hasNextPage: true, cursor: "17"))
    try #expect(decode(Pagination.self, "{}").0 == .lastPage)
}
