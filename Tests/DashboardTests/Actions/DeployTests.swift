import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// `D`: what a service is to run.
@Suite struct DeployTests {
    private static func sha(_ letter: Character) -> String { String(repeating: letter, count: 40) }

    private func build(_ id: Build.ID, _ status: BuildStatus, _ letter: Character, ago: Double) -> Build {
        Build(
            id: id, branch: "main", status: status, sha: Self.sha(letter), createdAt: Sample.ago(ago + 60),
            concludedAt: Sample.ago(ago))
    }

    private var builds: [Build] {
        [
            build("b5", .building, "e", ago: 0), build("b4", .failure, "d", ago: 600),
            build("b3", .success, "c", ago: 3600), build("b2", .success, "b", ago: 7200),
            build("b1", .success, "a", ago: 86_400),
        ]
    }

    private func detail(running letter: Character?) -> FeedContent {
        let image = letter.map {
            Deployment.Image.build(of: "builder", branch: "main", wanted: Self.sha($0), deployed: Self.sha($0))
        }
        return .service(
            ServiceDetail(
                service: Service(id: "web", name: "web", kind: .deployment),
                deployment: .init(instances: 2, image: image)))
    }

    /// `web` deploys what `builder` builds; its builds are known.
    private func state(running letter: Character?, columns: Int = 120, rows: Int = 40) -> State {
        var state = Sample.full(columns: columns, rows: rows)
        state.press(Key("G"), Key("2"), Key("G"))
        _ = state.wait(1)
        state.tell(.service(Sample.web), detail(running: letter))
        state.tell(.builds(Sample.builder), .builds(builds))
        return state
    }

    private func performed(_ effects: [Effect]) -> [Action] {
        effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }
    }

    private func deploy(_ letter: Character) -> [Action] {
        [.deploy(Sample.web, .image(.build(of: "builder", branch: "main", .sha(Self.sha(letter))), nil))]
    }

    @Test func whereAnOlderBuildRunsTheNewestThatSucceededIsSelected() {
        var state = state(running: "a")
        state.press(Key("D"))
        #expect(performed(state.press(Key(.enter))) == deploy("c"))
    }

    @Test func aBuildOfTheSameCommitThatIsUnderWayDoesNotRun() throws {
        var state = state(running: "c")
        state.tell(.builds(Sample.builder), .builds([build("b6", .building, "c", ago: 0)] + builds))
        state.press(Key("D"))
        let running = state.view().grid.lines.filter { $0.contains("runs now") }
        #expect(running.count == 1)
        #expect(running.first?.contains("b3") == true)
    }

    @Test func whereTheNewestRunsTwoKeysRollBack() {
        var state = state(running: "c")
        state.press(Key("D"))
        #expect(state.view().grid.lines.joined().contains("roll back"))
        #expect(performed(state.press(Key(.enter))) == deploy("b"))
    }

    @Test func minusGoesToTheBuildBeforeTheOneThatRuns() {
        var state = state(running: "b")
        state.press(Key("D"), Key("-"))
        #expect(performed(state.press(Key(.enter))) == deploy("a"))
    }

    @Test func whereNothingIsBeforeItSaysSo() {
        var state = state(running: "a")
        state.press(Key("D"), Key("-"))
        #expect(state.shownActions.last == "There is no build before the one that runs, or it isn't known.")
    }

    @Test func aBuildThatDidNotSucceedIsNotDeployed() {
        var state = state(running: "a")
        state.press(Key("D"), Key("k"))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.shownActions.last == "Only a build that succeeded can be deployed.")
        #expect(state.overlay != nil)
    }

    @Test func theLatestOfABranchIsTheFirstChoice() {
        var state = state(running: "a")
        state.press(Key("D"), Key("g"))
        #expect(
            performed(state.press(Key(.enter)))
                == [.deploy(Sample.web, .image(.build(of: "builder", branch: "main", .latest), nil))])
    }

    @Test func anImageIsTypedAndCheckedAndAskedForOnceMore() {
        var state = state(running: "a")
        state.press(Key("D"), Key("i"))
        state.press(Key(.enter))
        #expect(state.overlay != nil && performed(state.press(Key(.enter))).isEmpty)
        state.type("nginx:1.27")
        state.press(Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.deploy(Sample.web, .image(.registry(image: "nginx:1.27", credentials: nil), nil))])
    }

    @Test func whereNothingRunsABuildServiceOfTheProjectIsOffered() {
        var state = state(running: nil)
        state.press(Key("D"))
        #expect(performed(state.press(Key(.enter))) == deploy("c"))
    }

    @Test func whereAnImageRunsBuildsAreOfferedOnWish() {
        var state = state(running: nil)
        let nginx = ServiceDetail(
            service: Service(id: "web", name: "web", kind: .deployment),
            deployment: .init(instances: 2, image: .registry(image: "nginx:1.27")))
        state.tell(.service(Sample.web), .service(nginx))
        state.press(Key("D"))
        #expect(state.view().grid.lines.joined().contains("It is linked to no build service"))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        state.press(Key("b"))
        #expect(performed(state.press(Key(.enter))) == deploy("c"))
    }

    @Test func bGoesFromOneBuildServiceToTheNextAndRound() {
        var state = state(running: "a")
        let other = ServiceReference(project: Sample.shop, service: "other")
        let services = state.account.services[Sample.shop] ?? []
        state.tell(.services(Sample.shop), .services(services + [Service(id: "other", name: "Other", kind: .build)]))
        state.tell(.builds(other), .builds([build("o1", .success, "f", ago: 60)]))
        state.select(.service(Sample.web), in: .services)
        state.press(Key("D"), Key("b"))
        #expect(state.view().grid.lines.joined().contains("Other (2 of 2)"))
        state.press(Key("b"))
        #expect(state.view().grid.lines.joined().contains("builder (1 of 2)"))
        state.press(Key("b"))
        #expect(
            performed(state.press(Key(.enter)))
                == [.deploy(Sample.web, .image(.build(of: "other", branch: "main", .sha(Self.sha("f"))), nil))])
    }

    @Test func aCombinedServiceRunsItsOwnBuildsAlone() {
        var state = state(running: "a")
        state.press(Key("g"), Key("D"))
        guard case .confirmation(let confirmation) = state.overlay, case .deploy(let choice) = confirmation.subject
        else {
            Issue.record("nothing is asked")
            return
        }
        #expect(choice.builder == Sample.api)
        state.press(Key("i"))
        #expect(state.shownActions.last == "A combined service runs its own builds alone.")
    }

    @Test func theSelectedBuildOfACombinedServiceIsSelected() {
        var state = state(running: "a")
        state.press(Key("g"), Key("3"))
        state.select(.build(BuildReference(service: Sample.api, build: "swift-fox-12")), in: .builds)
        state.press(Key("D"))
        let sha = Sample.builds[0].sha ?? ""
        #expect(
            performed(state.press(Key(.enter)))
                == [.deploy(Sample.api, .image(.build(of: "api", branch: "main", .sha(sha)), nil))])
    }

    @Test func aServiceThatOnlyBuildsRunsNothing() {
        var state = state(running: "a")
        state.press(Key("g"), Key("j"), Key("D"))
        #expect(state.overlay == nil)
        #expect(state.shownActions.last == "builder only builds; deploy to the service that runs its builds.")
    }

    @Test func whatItRunsAndItsBuildsAreReadWhileTheQuestionIsOpen() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("G"))
        _ = state.wait(1)
        let effects = state.press(Key("D"))
        #expect(effects.watched?[.service(Sample.web)] == .focused)
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.shownActions.last == "There is nothing to deploy yet.")
        let more = state.tell(.service(Sample.web), detail(running: "b"))
        #expect(more.watched?[.builds(Sample.builder)] == .focused)
        state.tell(.builds(Sample.builder), .builds(builds))
        #expect(performed(state.press(Key(.enter))) == deploy("c"))
    }

    @Test func whatArrivesDoesNotMoveWhatIsSelected() {
        var state = state(running: "a")
        state.press(Key("D"), Key("j"))
        state.tell(.builds(Sample.builder), .builds([build("b6", .success, "f", ago: 0)] + builds))
        #expect(performed(state.press(Key(.enter))) == deploy("b"))
    }

    static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)]

    @Test(arguments: sizes) func pictures(size: Size) {
        var state = state(running: "c", columns: size.columns, rows: size.rows)
        state.press(Key("D"))
        expectPicture(state.view().grid, named: "deploy-\(size.columns)x\(size.rows)")
    }
}

/// What the token's role forbids.
@Suite struct DenialTests {
    private let forbidden = APIError.forbidden(
        .init(status: 403, message: "Insufficient permissions"),
        permission: "Project > Services > Deployment > Deploy Build")

    private func denied() -> State {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter))
        _ = state.update(.actionEnded(ActionID(1), .refused(forbidden)), now: state.now)
        return state
    }

    @Test func whatWasForbiddenIsNotAskedAgain() {
        var state = denied()
        state.press(Key("B"))
        #expect(state.overlay == nil)
        #expect(
            state.shownActions.last
                == "Your API role lacks \"Project > Services > Deployment > Deploy Build\" (r asks again).")
    }

    @Test func itsKeyIsStruckOutInTheFooter() {
        let state = denied()
        #expect(state.footerHints.first { $0.key == "B" }?.isDenied == true)
        let footer = state.view().grid.lines.last ?? ""
        #expect(footer.contains("B\u{336} b\u{336}u\u{336}i\u{336}l\u{336}d\u{336}"))
        #expect(Symbols.ascii.struck("B build") == "-B build-")
    }

    @Test func whatTakesTheSamePermissionIsForbiddenToo() {
        var state = denied()
        state.press(Key("j"), Key("X"))
        guard case .menu(let menu) = state.overlay else {
            Issue.record("no menu")
            return
        }
        #expect(
            state.entries(of: menu).map(\.choice)
                == [.disabled("your API role lacks \"Project > Services > Deployment > Deploy Build\"")])
    }

    @Test func anotherProjectMayAllowIt() {
        var state = denied()
        #expect(state.missingPermission(for: .startServiceBuild, in: Sample.data) == nil)
        #expect(state.missingPermission(for: .startServiceBuild, in: Sample.shop) != nil)
        state.press(Key("r"))
        #expect(state.missingPermission(for: .startServiceBuild, in: Sample.shop) == nil)
        state.press(Key("B"))
        #expect(state.overlay != nil)
    }

    @Test func aPaneNamesWhatItsListNeeds() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"))
        let error = APIError.forbidden(
            .init(status: 403, message: "Insufficient permissions"), permission: "Project > Jobs > General > Read")
        _ = state.update(.feedFailed(.jobs(Sample.shop), error, retryIn: nil), now: state.now)
        #expect(state.view().grid.lines.joined().contains("needs Project > Jobs > General > Read"))
        // Whoever may not even read jobs may not run them: the contract asks for the same.
        #expect(state.missingPermission(for: .runJob) != nil)
    }
}
