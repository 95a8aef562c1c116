import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// `A`, and `Ctrl-o` in the question before a build or a run: forms whose fields stand for those of the request.
@Suite struct DraftTests {
    private func performed(_ effects: [Effect]) -> [Action] {
        effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }
    }

    private func state(_ pane: Character, columns: Int = 120, rows: Int = 40) -> State {
        var state = Sample.full(columns: columns, rows: rows)
        state.press(Key("G"), Key(pane))
        return state
    }

    private func draft(_ state: State) -> Draft? { if case .draft(let draft) = state.overlay { draft } else { nil } }

    private let plans = CatalogueContent.plans([Plan(id: "nf-compute-10"), Plan(id: "nf-compute-20")])

    // MARK: - Creating

    @Test func aProjectIsCreatedInARegionOfThePlatforms() {
        var state = state("1")
        #expect(state.press(Key("A")).acting == [.loadCatalogue(.regions)])
        let regions = [Region(id: "europe-west", name: "Europe West"), Region(id: "us-east", name: "US East")]
        state.type("New shop")
        _ = state.update(.catalogueLoaded(.regions, .success(.regions(regions))), now: state.now)
        state.press(Key(.down), Key(.right), Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.create(Creation(.project, in: nil, ["name": "New shop", "region": "us-east"]))])
    }

    @Test func regionsThatCanNotBeReadAreTyped() {
        var state = state("1")
        state.press(Key("A"))
        _ = state.update(
            .catalogueLoaded(.regions, .failure(.unreachable(.timeout, mayHaveArrived: true))), now: state.now)
        state.type("New shop")
        state.press(Key(.down))
        #expect(state.view().grid.lines.joined().contains("They can't be read"))
        state.type("us-east")
        state.press(Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.create(Creation(.project, in: nil, ["name": "New shop", "region": "us-east"]))])
    }

    @Test func whatTheContractRefusesIsSaidAsItIsTyped() {
        var state = state("1")
        state.press(Key("A"))
        state.type("1")
        #expect(draft(state)?.form["name"]?.problem == "must be 3 to 39 characters long")
        state.type("23")
        #expect(
            draft(state)?.form["name"]?.problem
                == "must be letters and digits, a letter first, with single blanks or '-' between words")
        #expect(performed(state.press(Key(.enter), Key(.enter))).isEmpty)
    }

    @Test func aServicesKindDecidesAboutItsFields() {
        var state = state("2")
        #expect(state.press(Key("A")).acting == [.loadCatalogue(.plans)])
        #expect(draft(state)?.form.fields.map(\.label) == ["Kind", "Name", "Image", "Plan", "Instances"])
        state.press(Key(.right), Key(.right))
        #expect(
            draft(state)?.form.fields.map(\.label)
                == ["Kind", "Name", "Repository", "Host", "Dockerfile", "Build in"])
        state.press(Key(.down))
        state.type("The api build")
        state.press(Key(.down))
        state.type("https://github.com/acme/api")
        state.press(Key(.enter))
        let body: JSONValue = [
            "name": "The api build", "vcsData": ["projectUrl": "https://github.com/acme/api", "projectType": "github"],
            "buildSettings": ["dockerfile": ["dockerFilePath": "/Dockerfile", "dockerWorkDir": "/"]],
        ]
        #expect(performed(state.press(Key(.enter))) == [.create(Creation(.buildService, in: Sample.shop, body))])
    }

    @Test func aCronJobHasASchedule() {
        var state = state("4")
        state.press(Key("A"), Key(.right), Key(.down))
        _ = state.update(.catalogueLoaded(.plans, .success(plans)), now: state.now)
        state.type("Sweep")
        state.press(Key(.down), Key(.down), Key(.down))
        state.type("alpine:3")
        state.press(Key(.down), Key(.tab), Key(.enter))
        let body: JSONValue = [
            "name": "Sweep", "schedule": "0 3 * * *", "concurrencyPolicy": "forbid", "backoffLimit": 0,
            "deployment": ["external": ["imagePath": "alpine:3"]], "billing": ["deploymentPlan": "nf-compute-10"],
        ]
        #expect(performed(state.press(Key(.enter))) == [.create(Creation(.cronJob, in: Sample.shop, body))])
    }

    @Test func anAddonsTypeDecidesAboutVersionsAndSizes() {
        var state = state("5")
        state.tell(
            .addonTypes,
            .addonTypes([
                AddonType(
                    type: "postgresql", name: "PostgreSQL", canDump: true, versions: ["16.4"],
                    storage: .init(options: [4096, 8192], standard: 4096),
                    replicas: .init(options: [1, 3], standard: 1)),
                AddonType(
                    type: "redis", name: "Redis", canDump: false, versions: ["7.2"],
                    storage: .init(options: [6144], standard: 6144), replicas: .init(options: [1], standard: 1)),
            ]))
        _ = state.wait(1)
        let effects = state.press(Key("A"))
        #expect(effects.watched?[.addonTypes] == .focused)
        _ = state.update(.catalogueLoaded(.plans, .success(plans)), now: state.now)
        state.type("Cache")
        state.press(Key(.down), Key("r"), Key(.down), Key(.tab), Key(.tab), Key(.down), Key(.tab), Key(.enter))
        let body: JSONValue = [
            "name": "Cache", "type": "redis", "version": "latest",
            "billing": ["deploymentPlan": "nf-compute-10", "storage": 6144, "replicas": 1],
        ]
        let performed = performed(state.press(Key(.enter)))
        guard case .create(let creation) = performed.first else {
            Issue.record("\(performed)")
            return
        }
        #expect(creation.body.setting("version", to: "latest") == body)
    }

    @Test func blanksWithinANameStay() {
        var state = state("2")
        state.press(Key("A"), Key(.down))
        state.type("My web")
        state.press(Key(.left), Key(.left))
        state.type("x")
        #expect(draft(state)?.form.value("name") == "My wxeb")
    }

    @Test func overAllProjectsOneMustBeSelected() {
        var state = Sample.blank()
        state.tell(.projects, .projects(Sample.projects))
        state.press(Key("2"), Key("A"))
        #expect(state.overlay == nil)
        #expect(state.shownActions.last == "Select a project first (1).")
    }

    // MARK: - In the editor

    @Test func theWholeBodyIsEditedWithWhatTheContractAsks() {
        var state = state("2")
        state.press(Key("A"), Key(.down))
        state.type("Web")
        guard case .edit(let yaml)? = state.press(.control("e")).acting.first else {
            Issue.record("nothing is edited")
            return
        }
        #expect(yaml.contains(/name: "Web" +# required; 3 to 54 characters/))
        #expect(yaml.contains(/\ \ instances: 1 +# required; whole number/))
        #expect(yaml.contains("# description:"))
        #expect(yaml.contains("at most one of internal, external"))
    }

    @Test func whatTheEditorLeavesIsTakenIntoTheFieldsAndTheRestKept() {
        var state = state("2")
        state.press(Key("A"))
        let body: JSONValue = [
            "name": "Web", "billing": ["deploymentPlan": "nf-compute-10"],
            "deployment": ["instances": 2, "external": ["imagePath": "nginx:1.27"]],
            "runtimeEnvironment": ["A": "1"],
        ]
        _ = state.update(.edited(body), now: state.now)
        #expect(draft(state)?.form.value("name") == "Web")
        #expect(draft(state)?.form.value("deployment.instances") == "2")
        state.press(Key(.enter))
        #expect(performed(state.press(Key(.enter))) == [.create(Creation(.deploymentService, in: Sample.shop, body))])
    }

    @Test func nothingAndNonsenseAreSaidToBeSo() {
        var state = state("2")
        state.press(Key("A"))
        _ = state.update(.edited(nil), now: state.now)
        #expect(state.shownActions.last == "Nothing was edited.")
        _ = state.update(.edited("text"), now: state.now)
        #expect(state.shownActions.last?.contains("A body is a mapping") == true)
        #expect(draft(state) != nil)
    }

    // MARK: - Overrides

    @Test func aBuildsOptionsAreAskedForOnWish() {
        var state = state("2")
        state.press(Key("j"), Key("B"), .control("o"))
        #expect(draft(state)?.form.value("branch") == "develop")
        state.press(Key(.down))
        state.press(Key(.down), Key(.down))
        state.type("KEY=s3cret OTHER=2")
        state.press(Key(.enter))
        let overrides = BuildOverrides(arguments: ["KEY": "s3cret", "OTHER": "2"])
        #expect(
            performed(state.press(Key(.enter)))
                == [.startBuild(Sample.builder, BuildRequest(.branch("develop"), overrides: overrides))])
    }

    @Test func theBranchOfTheQuestionGoesAlong() {
        var state = state("2")
        state.tell(.builds(Sample.builder), .builds([]))
        state.press(Key("j"), Key("B"))
        _ = state.update(.branchesLoaded(Sample.builder, .success([Branch(name: "trunk")])), now: state.now)
        state.press(.control("o"))
        #expect(draft(state)?.form.value("branch") == "trunk")
    }

    @Test func aBuildServiceTakesABranchOrAPullRequest() {
        var state = state("2")
        state.press(Key("j"), Key("B"), .control("o"), .control("u"), Key(.enter))
        #expect(state.shownActions.last == "Name a branch or a pull request first.")
        #expect(draft(state) != nil)
    }

    @Test func aBranchAndAPullRequestExcludeEachOther() {
        var state = state("2")
        state.press(Key("j"), Key("B"), .control("o"), Key(.down))
        state.type("7")
        #expect(draft(state)?.form["pullRequestId"]?.problem == "give only one of branch, pullRequestId")
        state.press(Key(.up), .control("u"), Key(.enter))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.builder, BuildRequest(.pullRequest(7)))])
    }

    @Test func aRunTakesAnotherEnvironmentAndPlanAndRemembersNoSecret() {
        var state = state("4")
        state.press(Key("/"))
        state.type("nightly")
        state.press(Key(.enter), Key("T"), .control("o"))
        _ = state.update(.catalogueLoaded(.plans, .success(plans)), now: state.now)
        state.type("KEY=s3cret")
        state.press(Key(.down), Key(.tab), Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.runJob(Sample.nightly, RunRequest(environment: ["KEY": "s3cret"], plan: "nf-compute-10"))])
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "r9")), now: state.now)
        state.press(Key("T"), .control("o"))
        #expect(draft(state)?.form.value("runtimeEnvironment") == "KEY=")
        #expect(draft(state)?.form.value("billing.deploymentPlan") == "nf-compute-10")
    }

    @Test func whatTheEditorSaysBesideTheFieldsIsSentToo() {
        var state = state("4")
        state.press(Key("/"))
        state.type("nightly")
        state.press(Key(.enter), Key("T"), .control("o"))
        let body: JSONValue = [
            "runtimeFiles": ["/a": "text"],
            "deployment": ["internal": ["id": "api", "branch": "main", "buildSHA": "latest"]],
        ]
        _ = state.update(.edited(body), now: state.now)
        state.press(Key(.enter))
        let question = state.view().grid.lines.joined(separator: "\n")
        #expect(question.contains("api (main, latest)") && question.contains("runtimeFiles"))
        guard case .runJob(_, let request)? = performed(state.press(Key(.enter))).first else {
            Issue.record("nothing is sent")
            return
        }
        #expect(request.json == body)
    }

    @Test func aValueWithBlanksThatTheEditorLeftStaysOneAndIsKeptNowhere() {
        var state = state("4")
        state.press(Key("/"))
        state.type("nightly")
        state.press(Key(.enter), Key("T"), .control("o"))
        _ = state.update(.edited(["runtimeEnvironment": ["A": "pass word=s3cret"]]), now: state.now)
        let effects = state.press(Key(.enter))
        #expect(effects.contains(.keepOverrides(Overrides(of: .job(Sample.nightly), ["runtimeEnvironment": "A="]))))
        #expect(
            performed(state.press(Key(.enter)))
                == [.runJob(Sample.nightly, RunRequest(environment: ["A": "pass word=s3cret"]))])
    }

    @Test func whatWasSaidIsKeptForTheNextStartWithoutItsSecrets() {
        var state = state("2")
        state.press(Key("j"), Key("B"), .control("o"), Key(.down), Key(.down), Key(.down))
        state.type("KEY=s3cret")
        let effects = state.press(Key(.enter))
        let kept = Overrides(of: .service(Sample.builder), ["branch": "develop", "overrides.buildArguments": "KEY="])
        #expect(effects.contains(.keepOverrides(kept)))

        var next = self.state("2")
        _ = next.update(.overridesRecalled([kept]), now: next.now)
        next.press(Key("j"), Key("B"), .control("o"))
        #expect(draft(next)?.form.value("overrides.buildArguments") == "KEY=")
    }

    @Test func whatWasSaidSinceTheStartGoesBeforeWhatIsRecalled() {
        var state = state("2")
        state.press(Key("j"), Key("B"), .control("o"), Key(.enter), Key(.escape), Key(.escape))
        let recalled = Overrides(of: .service(Sample.builder), ["branch": "main", "pullRequestId": ""])
        _ = state.update(.overridesRecalled([recalled]), now: state.now)
        state.press(Key("B"), .control("o"))
        #expect(draft(state)?.form.value("branch") == "develop")
    }

    @Test func withNothingFilledInItRunsAsItIs() {
        var state = state("2")
        state.press(Key("B"), .control("o"), Key(.enter))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.api, .latest)])
    }

    // MARK: - Pictures

    static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)]

    @Test(arguments: sizes) func pictures(size: Size) {
        func picture(_ name: String, _ state: State) {
            expectPicture(state.view().grid, named: "\(name)-\(size.columns)x\(size.rows)")
        }
        var service = state("2", columns: size.columns, rows: size.rows)
        service.press(Key("A"), Key(.down))
        service.type("W")
        picture("add-service", service)
        var build = state("2", columns: size.columns, rows: size.rows)
        build.press(Key("j"), Key("B"), .control("o"))
        build.type("/x")
        picture("build-options", build)
        build.press(Key(.enter))
        picture("build-options-question", build)
    }
}
