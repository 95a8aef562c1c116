import Northflank
import Testing

@testable import NorthflankAPI

@Test func aListOf250ItemsComesInThreePagesOfAHundred() async throws {
    try await withServer { request, _ in
        switch request.path {
        case "/v1/projects?per_page=100": [.json(projectPage(1...100, cursor: "a+/="))]
        case "/v1/projects?per_page=100&cursor=a%2B%2F%3D": [.json(projectPage(101...200, cursor: "two"))]
        case "/v1/projects?per_page=100&cursor=two": [.json(projectPage(201...250))]
        default: [.error(404, "no such page")]
        }
    } _: { client, server in
        let answer = try await client.load(.projects)
        guard case .projects(let projects) = answer.content else {
            Issue.record("not projects: \(answer.content)")
            return
        }
        #expect(projects.map(\.id) == (1...250).map { Project.ID("p\($0)") })
        #expect(answer.requests == 3)
        #expect(answer.notices.isEmpty)
        #expect(server.requests.count == 3)
    }
}

@Test func pagesComeOneByOneAndOnlyWhenTheyAreAskedFor() async throws {
    try await withServer { _, number in
        [.json(projectPage(number...number, cursor: "c\(number)"))]
    } _: {
        client, server in
        var seen: [Project.ID] = []
        for try await page in client.pages(.listProjects()) {
            seen += page.value.items.map(\.id)
            if seen.count == 2 { break }
        }
        #expect(seen == ["p1", "p2"])
        #expect(server.requests.count == 2)
    }
}

@Test func aCursorThatComesAgainEndsTheList() async throws {
    // One, two, one, two: no page is followed by itself, and yet it goes in a circle.
    try await withServer { _, number in
        [.json(projectPage(number...number, cursor: number % 2 == 0 ? "even" : "odd"))]
    } _: { client, server in
        let error = await failure { () async throws(APIError) in try await client.load(.projects) }
        #expect(
            error
                == .unexpected(
                    status: 200, path: "/v1/projects",
                    detail: "pagination.cursor: expected a new one, found one that was there before"))
        #expect(server.requests.count == 3)
    }
}

@Test(arguments: ["", #", "cursor": null"#, #", "cursor": """#])
func anotherPageWithoutACursorIsAnError(cursor: String) async throws {
    let page = #"{"data": {"projects": []}, "pagination": {"hasNextPage": true\#(cursor)}}"#
    try await withServer { _, _ in
        [.json(page)]
    } _: { client, server in
        let error = await failure { () async throws(APIError) in try await client.load(.projects) }
        #expect(
            error
                == .unexpected(
                    status: 200, path: "/v1/projects",
                    detail: "pagination.cursor: expected a text, since hasNextPage is true"))
        #expect(server.requests.count == 1)
    }
}

@Test func aListThatFailsHalfWayIsNoList() async throws {
    try await withServer { _, number in
        number == 1 ? [.json(projectPage(1...100, cursor: "two"))] : [.error(503, "maintenance")]
    } _: { client, _ in
        let error = await failure { () async throws(APIError) in try await client.load(.projects) }
        #expect(error == .server(.init(status: 503, message: "maintenance")))
    }
}

@Test func anItemThatMovesToTheNextPageMeanwhileIsListedOnce() async throws {
    try await withServer { _, number in
        number == 1 ? [.json(projectPage(1...3, cursor: "two"))] : [.json(projectPage(3...4))]
    } _: { client, _ in
        let answer = try await client.load(.projects)
        #expect(
            answer.content
                == .projects((1...4).map { Project(id: Project.ID("p\($0)"), name: "Project \($0)") }))
    }
}

@Test func aBadItemIsLeftOutWithANotice() async throws {
    let page =
        #"{"data": {"projects": [{"id": "p1", "name": "One"}, {"name": "x"}]}, "pagination": {"hasNextPage": false}}"#
    try await withServer { _, _ in
        [.json(page)]
    } _: { client, _ in
        let answer = try await client.load(.projects)
        #expect(answer.content == .projects([Project(id: "p1", name: "One")]))
        #expect(
            answer.notices == ["data.projects[1] left out: data.projects[1].id: expected a value, found nothing"])
    }
}

@Test func buildsComeNewestFirstWhateverTheirOrderAndThoseWithoutADateLast() async throws {
    let page = buildPage([
        ("old", "2026-01-01T00:00:00Z"), ("none", "soon"), ("new", "2026-01-03T00:00:00Z"),
        ("alsoNone", ""), ("middle", "2026-01-02T00:00:00Z"),
    ])
    try await withServer { _, _ in
        [.json(page)]
    } _: { client, server in
        let answer = try await client.load(.builds(ServiceReference(project: "p1", service: "web")))
        guard case .builds(let builds) = answer.content else {
            Issue.record("not builds: \(answer.content)")
            return
        }
        #expect(builds.map(\.id) == ["new", "middle", "old", "none", "alsoNone"])
        #expect(answer.requests == 1)
        #expect(server.requests.map(\.path) == ["/v1/projects/p1/services/web/build?per_page=100"])
    }
}

@Test func onlyTheFirstPageOfBuildsIsAskedForAndAnOldestFirstOneIsNoted() async throws {
    let oldestFirst = buildPage(
        [("b1", "2026-01-01T00:00:00Z"), ("b2", "2026-01-02T00:00:00Z")], hasNextPage: true)
    try await withServer { _, _ in
        [.json(oldestFirst)]
    } _: { client, server in
        let answer = try await client.load(.builds(ServiceReference(project: "p1", service: "web")))
        #expect(
            answer.notices == [
                "builds: there are more, and this page isn't the newest first; some may be missing"
            ])
        #expect(server.requests.count == 1)
    }
}

@Test func aListWithoutPaginationIsWhole() async throws {
    let types = #"{"data": {"addonTypes": [{"type": "redis", "name": "Redis", "features": {"backupsDump": true}}]}}"#
    try await withServer { _, _ in
        [.json(types)]
    } _: { client, server in
        let answer = try await client.load(.addonTypes)
        #expect(answer.content == .addonTypes([AddonType(type: "redis", name: "Redis", canDump: true)]))
        #expect(server.requests.map(\.path) == ["/v1/addon-types"])
    }
}
