import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct FilterTests {
    private func services(_ filter: String) -> [String] { rows(filter, "2", .services) }

    private func rows(_ filter: String, _ key: Character, _ pane: Pane) -> [String] {
        var state = Sample.full()
        state.press(Key(key), Key("/"))
        state.type(filter)
        return state.list(pane).rows.compactMap { row in
            switch row {
            case .service(let service), .latestBuild(let service): service.service.rawValue
            case .build(let build): build.build.rawValue
            case .job(let job): job.job.rawValue
            case .run(let run): run.run.rawValue
            case .addon(let addon): addon.addon.rawValue
            case .backup(let backup): backup.backup.rawValue
            case .allProjects: nil
            case .project(let id): id.rawValue
            }
        }
    }

    @Test func wordsMayStandInAnyOrderAndAnyCase() {
        #expect(services("FAILED we") == ["web"])
        #expect(services("we FAILED") == ["web"])
        #expect(services("we success").isEmpty)
    }

    @Test func aWordIsFuzzy() {
        #expect(services("bldr") == ["builder"])
        #expect(services("'bldr").isEmpty)
        #expect(services("'uild") == ["builder"])
    }

    @Test func anExclamationMarkExcludes() {
        #expect(services("!web") == ["builder", "api"])
        #expect(services("!status:failed !api") == ["builder"])
        #expect(services("!bldr").count == 3, "what is excluded must stand there as it is")
    }

    @Test func aFieldLooksInThatFieldAlone() {
        #expect(services("status:failed") == ["web"])
        #expect(services("type:build") == ["builder"])
        #expect(services("project:shop").count == 3)
        #expect(services("service:api") == ["api"])
        #expect(services("name:api") == ["api"])
        #expect(services("project:web").isEmpty)
    }

    @Test func statusesAreFoundAsTheAPIWritesThemAndAsTheyAreShown() {
        var state = Sample.full()
        let builds = [Build(id: "b", branch: "main", status: .submissionFailure, createdAt: Sample.now)]
        state.tell(.builds(Sample.api), .builds(builds))
        state.press(Key("3"), Key("/"))
        state.type("status:submission")
        #expect(state.list(.builds).rows == [.latestBuild(Sample.api)])
    }

    @Test func buildsAreFoundByBranchAndCommit() {
        #expect(rows("branch:dev", "3", .builds) == ["builder"])
        #expect(rows("commit:12c15e7", "3", .builds) == ["api"])
    }

    @Test func addonsAreFoundByType() {
        #expect(rows("type:postgresql", "5", .backups) == ["orders-db", "backup-1"])
        #expect(rows("type:redis", "5", .backups) == ["cache"])
    }

    @Test func aRunStaysUnderItsJob() {
        #expect(rows("status:failed", "4", .runs) == ["nightly", "run-1"])
        #expect(rows("status:completed", "5", .backups) == ["orders-db", "backup-1"])
    }

    @Test(arguments: ["!", "'", "status:", "!status:", "!'", " "]) func whatIsOnlyBegunHidesNothing(filter: String) {
        #expect(services(filter).count == 3)
    }

    @Test func aColonBehindWhatIsNoFieldIsText() {
        #expect(services("http://x").isEmpty)
        #expect(RowFilter("image:web") == RowFilter("image:web"))
        #expect(services("image:web").isEmpty)
    }

    @Test func theFilterStaysInTheTitleAndMarksWhatItFound() {
        var state = Sample.full()
        state.press(Key("2"), Key("/"))
        state.type("bld")
        state.press(Key(.enter))
        let grid = state.view().grid
        #expect(grid.lines[1].contains("2 Services (1/3) /bld"))
        state.appearance.theme = .monochrome
        let match = state.appearance.theme[.match]
        let view = state.view().grid
        let marked = view.row(3).dropFirst(28).filter { $0.style.attributes.isSuperset(of: match.attributes) }.map(
            \.text
        ).joined()
        #expect(marked == "bld")
    }

    @Test func allProjectsStaysWhateverTheFilterIs() {
        var state = Sample.full()
        state.press(Key("/"))
        state.type("data")
        #expect(state.list(.projects).rows == [.allProjects, .project(Sample.data)])
    }

    @Test func newsAreFilteredToo() {
        var state = Sample.full()
        state.press(Key("2"), Key("/"))
        state.type("accounts")
        #expect(state.list(.services).rows.isEmpty)
        let more = Sample.services + [Service(id: "accounts", name: "accounts", kind: .combined)]
        state.tell(.services(Sample.shop), .services(more))
        #expect(state.list(.services).rows.count == 1)
    }
}
