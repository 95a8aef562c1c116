import Northflank
import TerminalUI
import Testing

@testable import Dashboard

/// What the user has set, and what it changes.
@Suite struct PreferencesTests {
    private func strict() -> State {
        var state = Sample.full()
        state.session.preferences.confirmsTwice = true
        return state
    }

    private func performs(_ effects: [Effect]) -> Bool {
        effects.contains { if case .perform = $0 { true } else { false } }
    }

    @Test func aStateBeginsWithThem() {
        var preferences = Preferences()
        preferences.usesMouse = false
        preferences.keymap = Keymap([.init([Key("x")], .quit)])
        let session = Session(host: "api.northflank.com", preferences: preferences)
        let state = State(
            session: session, appearance: Sample.full().appearance, now: Sample.now, size: Size(columns: 80, rows: 24))
        #expect(!state.usesMouse)
        #expect(!state.view().mouse)
        #expect(state.keymap == preferences.keymap)
    }

    @Test func howOldABackupMayBeIsTheUsers() {
        // Its last one was completed two hours ago.
        let account = Sample.full().account
        func isMissed(after hours: Double) -> Bool {
            Problems(account, oldestBackup: hours * 3600, now: Sample.now).list
                .contains { $0.kind == .backupMissing && $0.row == .addon(Sample.orders) }
        }
        #expect(isMissed(after: 1))
        #expect(!isMissed(after: 3))
    }

    // MARK: - Two answers

    @Test func aStrictQuestionTakesEnterAndThenACapitalY() {
        var state = strict()
        state.press(Key("G"), Key("4"), Key("T"))
        #expect(!performs(state.press(Key(.enter))))
        #expect(state.view().grid.lines.contains { $0.contains("Y yes, run it") })
        #expect(performs(state.press(Key("Y"))))
        #expect(state.overlay == nil)
    }

    @Test(arguments: [Key(.enter), Key("y"), Key("T"), Key(" ")]) func noOtherKeyIsTheSecondAnswer(key: Key) {
        var state = strict()
        state.press(Key("G"), Key("4"), Key("T"), Key(.enter))
        #expect(!performs(state.press(key, key, key)))
        #expect(state.overlay != nil)
    }

    @Test(arguments: [Key(.escape), Key("n"), Key("q")]) func theSecondAnswerCanBeNo(key: Key) {
        var state = strict()
        state.press(Key("G"), Key("4"), Key("T"), Key(.enter))
        #expect(!performs(state.press(key)))
        #expect(state.overlay == nil)
        #expect(!performs(state.press(Key("Y"))))
    }

    @Test func whatWasAnsweredOnceIsWhatIsSent() throws {
        var state = strict()
        state.press(Key("G"), Key("2"), Key("j"), Key("B"))
        _ = state.update(.branchesLoaded(Sample.builder, .success([])), now: Sample.now)
        state.press(Key(.enter), Key("x"))
        _ = state.update(.input(.paste("other")), now: Sample.now)
        let effects = state.press(Key("Y"))
        let action = effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }.first
        #expect(action == .startBuild(Sample.builder, .branch("develop")))
    }

    @Test func aQuestionThatHasChangedMeanwhileIsAskedAnew() {
        var state = strict()
        state.press(Key("G"), Key("5"), Key("j"), Key("S"), Key(.tab), Key(.enter))
        // Dumps turn out to be impossible.
        state.tell(.addonTypes, .addonTypes([]))
        #expect(!performs(state.press(Key("Y"))))
    }

    // MARK: - Contexts

    private func withContexts() -> State {
        var state = Sample.full()
        state.session.context = "work"
        state.session.contexts = ["work", "home"]
        return state
    }

    @Test func thePaletteSwitchesToAnotherContext() {
        var state = withContexts()
        state.press(Key(":"))
        state.type("context home")
        #expect(state.press(Key(.enter)).contains(.context("home")))
    }

    @Test func theContextInUseIsNoChoice() {
        var state = withContexts()
        state.press(Key(":"))
        state.type("context work")
        #expect(!state.press(Key(.enter)).contains(.context("work")))
    }

    @Test func theHeaderNamesTheContext() {
        #expect(withContexts().view().grid.lines.first?.contains("Northwatch work ") == true)
    }

    @Test func whatIsBeingSentKeepsTheAccountOpen() {
        var state = withContexts()
        state.press(Key("G"), Key("4"), Key("T"), Key(.enter))
        state.press(Key(":"))
        state.type("context home")
        #expect(!state.press(Key(.enter)).contains(.context("home")))
        #expect(state.toasts.contains { $0.text.hasPrefix("An action is being sent") })
    }

    // MARK: - Rules

    private func state(_ change: (inout Preferences) -> Void) -> State {
        var preferences = Preferences()
        change(&preferences)
        return State(
            session: Session(host: "api.northflank.com", preferences: preferences),
            appearance: Appearance(theme: Theme(name: "plain", styles: [:]), symbols: .unicode), now: Sample.now,
            size: Size(columns: 120, rows: 40))
    }

    /// The builds of `api` before and after one of them came to an end.
    private func rings(_ rule: RingRule, status: BuildStatus) -> [Effect] {
        var state = state { $0.ringRules = [rule] }
        state.tell(.projects, .projects(Sample.projects))
        state.tell(.services(Sample.shop), .services(Sample.services))
        var build = Sample.builds[0]
        build.status = .building
        state.tell(.builds(Sample.api), .builds([build]))
        build.status = status
        return state.tell(.builds(Sample.api), .builds([build])).filter { if case .ring = $0 { true } else { false } }
    }

    @Test func aChangeThatARuleCoversRingsThoughNobodyWaitsForIt() {
        #expect(rings(RingRule(kinds: [.build], health: [.failing]), status: .failure).count == 1)
        #expect(rings(RingRule(projects: [Sample.shop]), status: .success).count == 1)
    }

    @Test func aChangeThatNoRuleCoversDoesNotRing() {
        #expect(rings(RingRule(kinds: [.run]), status: .failure).isEmpty)
        #expect(rings(RingRule(health: [.failing]), status: .success).isEmpty)
        #expect(rings(RingRule(projects: [Sample.data]), status: .failure).isEmpty)
        #expect(rings(RingRule(projects: [Sample.shop]), status: .uploading).isEmpty, "it goes on")
    }

    @Test func ignoredProblemsAreNeitherShownNorCounted() {
        let told = { (rules: [IgnoreRule]) in
            var state = state { $0.ignoredProblems = rules }
            state.tell(.projects, .projects(Sample.projects))
            state.tell(.services(Sample.shop), .services(Sample.services))
            state.tell(.builds(Sample.api), .builds(Sample.builds))
            return state.problems.list.map(\.kind)
        }
        #expect(told([]) == [.deploymentFailed, .buildFailed])
        #expect(told([IgnoreRule(kinds: [.buildFailed])]) == [.deploymentFailed])
        #expect(told([IgnoreRule(projects: [Sample.shop])]).isEmpty)
        #expect(told([IgnoreRule(projects: [Sample.data])]).count == 2)
        #expect(told([IgnoreRule(age: 86_400)]) == [.deploymentFailed])
        #expect(told([IgnoreRule(kinds: [.buildFailed], age: 864_000)]).count == 2)
    }

    @Test func everyKindOfProblemHasANameOfItsOwn() {
        #expect(Set(Problem.Kind.allCases.map(\.name)).count == Problem.Kind.allCases.count)
    }
}
