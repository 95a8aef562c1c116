import Northflank
import Testing

@testable import northwatch

/// How things are named on the command line, and what is meant by it.
@Suite struct ResourceNameTests {
    private func name(_ text: String, in project: String? = nil) throws -> ResourceName {
        try ResourceName(text, defaultProject: project.map { Project.ID($0) })
    }

    @Test func aNameIsAProjectAndWhatIsInIt() throws {
        let name = try name("shop/api")
        #expect(name.project == "shop")
        #expect(name.item == "api")
        #expect(name.kind == nil)
    }

    @Test func theContextsProjectMayBeLeftOut() throws {
        #expect(try name("api", in: "shop") == name("shop/api"))
        #expect(try name("other/api", in: "shop").project == "other")
    }

    @Test func aKindMayBeSaid() throws {
        let name = try name("job:shop/api")
        #expect(name.kind == .job)
        #expect(name.item == "api")
        // What is no kind belongs to the name: names may hold a colon.
        #expect(try self.name("ns:shop/api").project == "ns:shop")
    }

    @Test(arguments: ["", "api", "/api", "shop/", "a/b/c", "job:api"]) func whatIsNoNameIsSaid(text: String) {
        #expect {
            try name(text)
        } throws: {
            ($0 as? Complaint)?.code == 64 && ($0 as? Complaint)?.text.contains("shop/api") == true
        }
    }

    private let things = [
        Nameable(id: "api", name: "API", value: 1), Nameable(id: "worker", name: "api", value: 2),
        Nameable(id: "web-2", name: "Web", value: 3), Nameable(id: "web", name: "WEB old", value: 4),
        Nameable(id: "pay-1", name: "Pay", value: 5), Nameable(id: "pay-2", name: "pay", value: 6),
    ]

    @Test func anIDGoesBeforeANameAndANameBeforeOneInAnotherCase() {
        #expect(things.named("api") == [1])
        #expect(things.named("API") == [1])
        #expect(things.named("Api") == [1, 2])
        #expect(things.named("Web") == [3])
        #expect(things.named("WORKER") == [2])
        #expect(things.named("nothing").isEmpty)
    }

    @Test func theNearestIsSuggestedByItsID() {
        #expect(things.nearestID(to: "wroker") == "worker")
        #expect(things.nearestID(to: "web-22") == "web-2")
        #expect(things.nearestID(to: "something else") == nil)
    }
}
