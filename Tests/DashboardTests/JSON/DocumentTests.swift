import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

@Suite struct DocumentTests {
    static let json = #"""
        {"data": {"id": "api", "name": "api \u001b[31m", "createdAt": "2026-05-28T20:00:00Z",
          "deployment": {"instances": 2, "internal": {"branch": "main", "buildSHA": "latest"}, "ports": [8080, 9090]},
          "registryPassword": "hunter2", "tags": [], "description": null}}
        """#

    /// The JSON of the service `api`, as it has come.
    static func opened(_ size: Size = Size(columns: 120, rows: 40), _ json: String = json) throws -> State {
        var state = Sample.full(columns: size.columns, rows: size.rows)
        state.press(Key("G"), Key("2"), Key("y"))
        try answer(&state, json)
        return state
    }

    static func answer(_ state: inout State, _ json: String) throws {
        let text = try #require(JSONText(Array(json.utf8)))
        _ = state.update(.documentLoaded(.service(Sample.api), .success(text)), now: state.now)
    }

    private func lines(_ state: State) -> [String] { state.view().grid.lines }

    private func shows(_ state: State, _ text: String) -> Bool { lines(state).contains { $0.contains(text) } }

    @Test func yAsksOnceForTheThingInHandAndShowsItAsItCame() throws {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        let asked = state.press(Key("y")).acting
        #expect(asked == [.loadDocument(.service(Sample.api))])
        #expect(shows(state, "JSON of service api"))
        #expect(shows(state, "Reading"))
        #expect(state.wait(5).acting.isEmpty)
        try Self.answer(&state, Self.json)
        #expect(shows(state, #"name: "api \u001b[31m""#))
        #expect(shows(state, "description: null"))
        #expect(state.press(Key("r")).acting == [.loadDocument(.service(Sample.api))])
    }

    @Test(arguments: [
        ("1", 1, RowID.project("shop")), ("2", 0, .service(Sample.api)),
        ("3", 0, .build(BuildReference(service: Sample.api, build: "swift-fox-12"))), ("4", 0, .job(Sample.cleanup)),
        ("4", 2, .run(RunReference(job: Sample.nightly, run: "run-1"))), ("5", 0, .addon(Sample.cache)),
        ("5", 2, .backup(BackupReference(addon: Sample.orders, backup: "backup-1"))),
    ])
    func everyRowHasOne(pane: Character, down: Int, row: RowID) {
        var state = Sample.full()
        state.press(Key("G"), Key(pane))
        if pane != "1" { for _ in 0..<down { state.press(Key("j")) } }
        #expect(state.press(Key("y")).acting == [.loadDocument(row)])
    }

    @Test func allProjectsAreNoThing() {
        var state = Sample.full()
        #expect(state.press(Key("y")).acting.isEmpty)
        #expect(state.page == nil)
    }

    @Test func whatIsDeepIsFoldedAndEnterUnfoldsIt() throws {
        var state = try Self.opened()
        #expect(shows(state, "▸ deployment: {3}"))
        #expect(!shows(state, "instances"))
        for _ in 0..<4 { state.press(Key("j")) }
        state.press(Key(.enter))
        #expect(shows(state, "▾ deployment: {3}"))
        #expect(shows(state, "instances: 2"))
        #expect(shows(state, "▸ internal: {2}"))
        state.press(Key("e"))
        #expect(!shows(state, "instances"))
    }

    @Test func whatIsEmptyHasNothingToFold() throws {
        let state = try Self.opened()
        #expect(shows(state, "    tags: []"))
    }

    @Test func theCredentialsOfAPortAreSecretWhereverTheyStand() throws {
        let ports = #"{"data": {"ports": [{"security": {"credentials": [{"password": "password123"}]}}]}}"#
        var state = try Self.opened(Size(columns: 120, rows: 40), ports)
        state.press(Key("/"))
        state.type("password:")
        state.press(Key(.enter))
        #expect(shows(state, #"password: "****""#))
    }

    @Test func fromAValueEFoldsWhatItIsIn() throws {
        var state = try Self.opened()
        state.press(Key("j"), Key("e"))
        #expect(shows(state, "▸ data: {7}"))
        #expect(!shows(state, "id:"))
        #expect(state.document?.list.selected == 1)
    }

    @Test func aSearchUnfoldsTheWayToWhatItFinds() throws {
        var state = try Self.opened()
        state.press(Key("/"))
        state.type("buildsha")
        state.press(Key(.enter))
        #expect(shows(state, #"buildSHA: "latest""#))
        #expect(shows(state, "/buildsha"))
        state.press(Key("/"))
        for _ in 0..<8 { state.press(Key(.backspace)) }
        state.type("9090")
        state.press(Key(.enter))
        #expect(shows(state, "1: 9090"))
        state.press(Key("n"))
        #expect(shows(state, "No match below."))
        state.press(Key(.escape))
        #expect(state.document?.search == nil)
        #expect(state.page != nil)
    }

    @Test func aSecretIsNeitherShownNorFoundNorCopiedNorSavedUntilItIsAskedFor() throws {
        var state = try Self.opened()
        #expect(shows(state, "registryPassword: \"****\""))
        state.press(Key("/"))
        state.type("hunter2")
        state.press(Key(.enter))
        #expect(shows(state, "No match below."))
        state.press(Key(.escape), Key("g"))
        guard case .copy(let copied)? = state.press(Key("c")).acting.first,
            case .saveDocument("api", let saved)? = state.press(.control("s")).acting.first
        else {
            Issue.record("nothing was copied or saved")
            return
        }
        #expect(!copied.contains("hunter2") && !saved.contains("hunter2"))
        state.press(Key("x"))
        #expect(shows(state, "hunter2"))
        #expect(shows(state, "secrets are shown"))
        state.press(Key(.escape), Key("y"))
        try Self.answer(&state, Self.json)
        #expect(!shows(state, "hunter2"))
    }

    @Test func whatIsSelectedIsCopiedWithAllThatIsInIt() throws {
        var state = try Self.opened()
        for _ in 0..<4 { state.press(Key("j")) }
        state.press(Key("e"), Key("j"), Key("j"))
        #expect(
            state.press(Key("c")).acting == [
                .copy("{\n  \"branch\": \"main\",\n  \"buildSHA\": \"latest\"\n}")
            ])
    }

    @Test func longValuesAreScrolledSideways() throws {
        let long = #"{"data": {"message": ""# + String(repeating: "a", count: 300) + #"END"}}"#
        var state = try Self.opened(Size(columns: 80, rows: 24), long)
        #expect(!shows(state, "END"))
        for _ in 0..<6 { state.press(Key(.right)) }
        #expect(shows(state, "END"))
        for _ in 0..<6 { state.press(Key(.left)) }
        #expect(shows(state, "message: \"aaa"))
    }

    @Test func whatCantBeReadSaysWhyAndWhatWasReadStays() throws {
        var state = try Self.opened()
        let error = APIError.forbidden(.init(status: 403, message: "Insufficient permissions"), permission: nil)
        _ = state.update(.documentLoaded(.service(Sample.api), .failure(error)), now: state.now)
        #expect(shows(state, "▲ stale"))
        #expect(shows(state, "id: \"api\""))
        state.press(Key(.escape), Key("y"))
        _ = state.update(.documentLoaded(.service(Sample.api), .failure(error)), now: state.now)
        #expect(shows(state, "Insufficient permissions"))
    }

    @Test func anAnswerThatNobodyWaitsForIsDropped() throws {
        var state = try Self.opened()
        state.press(Key(.escape))
        try Self.answer(&state, Self.json)
        #expect(state.document == nil)
        #expect(state.page == nil)
    }

    @Test func theSameAnswerAgainKeepsWhatIsUnfolded() throws {
        var state = try Self.opened()
        for _ in 0..<4 { state.press(Key("j")) }
        state.press(Key("e"), Key("r"))
        try Self.answer(&state, Self.json)
        #expect(shows(state, "instances: 2"))
    }

    @Test func theKeysOfThePaneActOnTheThing() throws {
        var state = try Self.opened()
        state.press(Key("B"))
        #expect(shows(state, "Start a build"))
    }

    @Test(arguments: PictureTests.sizes) func itsPicture(size: Size) throws {
        var state = try Self.opened(size)
        for _ in 0..<4 { state.press(Key("j")) }
        state.press(Key("e"))
        expectPicture(state.view().grid, named: "json-\(size.columns)x\(size.rows)")
    }
}
