import Northflank
import Testing

/// Which operation a path is.
@Suite struct OperationMatchingTests {
    @Test func aPathWithItsIdsIsTheOperationOfItsMethod() {
        #expect(APIOperation(.get, path: "projects") == .listProjects)
        #expect(APIOperation(.post, path: "projects") == .createProject)
        #expect(APIOperation(.get, path: "projects/shop/services/api/build") == .listServiceBuilds)
        #expect(APIOperation(.delete, path: "projects/shop/services/api/build/b1") == .abortServiceBuild)
    }

    @Test func aNameBeatsAnIdAtItsPlace() {
        #expect(APIOperation(.post, path: "projects/shop/jobs/cron") == .createCronJob)
        #expect(APIOperation(.patch, path: "projects/shop/jobs/cron") == .patchJob)
    }

    @Test func whatIsNotSpokenHereIsNone() {
        #expect(APIOperation(.get, path: "domains") == nil)
        #expect(APIOperation(.delete, path: "projects") == nil)
    }

    @Test(arguments: APIOperation.allCases) func eachIsFoundByItsOwnPath(operation: APIOperation) {
        let path = operation.path.split(separator: "/").map { $0.hasPrefix("{") ? "x9" : String($0) }
        #expect(APIOperation(operation.method, path: path.joined(separator: "/")) == operation)
    }
}
