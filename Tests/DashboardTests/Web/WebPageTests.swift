import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// `o`: where something is in the web app.
@Suite struct WebPageTests {
    private func state(_ templates: [WebAddresses.Kind: String] = [:], team: String? = "acme") throws -> State {
        var state = Sample.full()
        for (kind, template) in templates {
            state.session.preferences.web.templates[kind] = try WebTemplate(template, for: kind)
        }
        state.session.team = team
        state.press(Key("G"), Key("2"))
        return state
    }

    private func browsed(_ effects: [Effect]) -> String? {
        effects.lazy.compactMap { if case .browse(let address) = $0 { address } else { nil } }.first
    }

    private let service = "https://nf.example.com/{team}/{project}/s/{service}"

    @Test func aServiceIsShownWhereTheTemplateSays() throws {
        var state = try state([.service: service])
        #expect(browsed(state.press(Key("o"))) == "https://nf.example.com/acme/shop/s/api")
        let frame = state.view()
        let link = try #require(frame.link)
        #expect(link.address == "https://nf.example.com/acme/shop/s/api")
        let text = frame.grid.lines[link.area.row].dropFirst(link.area.column).prefix(link.area.width)
        #expect(text.trimmingPrefix { $0 == " " }.hasPrefix(link.address))
    }

    @Test func aBuildWithoutAPageOfItsOwnLeadsToItsService() throws {
        var state = try state([.service: service])
        state.press(Key("3"))
        #expect(browsed(state.press(Key("o"))) == "https://nf.example.com/acme/shop/s/api")
        #expect(state.view().grid.lines.joined().contains("The API tells no"))
    }

    @Test func withoutATemplateItIsTheFrontPageOfTheGuide() throws {
        var state = try state()
        #expect(browsed(state.press(Key("o"))) == "https://app.northflank.com")
    }

    @Test func aTemplateThatWantsATeamIsOfNoUseWithoutOne() throws {
        var state = try state([.service: service, .project: "https://nf.example.com/{project}"], team: nil)
        #expect(browsed(state.press(Key("o"))) == "https://nf.example.com/shop")
    }

    @Test func anIDIsOneStepOfAPathWhateverItHolds() throws {
        let template = try WebTemplate("https://nf.example.com/{project}", for: .project)
        #expect(
            template.address([.project: "../a b?\u{1B}]8;;ü"])
                == "https://nf.example.com/..%2Fa%20b%3F%1B%5D8%3B%3B%C3%BC")
    }

    @Test(arguments: ["javascript:alert(1)", "https://", "https://a b", "https://a\u{7}", "ftp://a", "https://a\"b"])
    func whatIsNoWebAddressIsRefused(text: String) {
        #expect(throws: WebTemplate.Refusal.noAddress) { try WebTemplate(text, for: .project) }
    }

    @Test func aNameThatThePageDoesNotHaveIsRefused() {
        #expect(throws: WebTemplate.Refusal.unknown("build", known: ["team", "project", "service"])) {
            try WebTemplate("https://a/{build}", for: .service)
        }
        #expect(throws: WebTemplate.Refusal.openBrace) { try WebTemplate("https://a/{project", for: .service) }
    }

    @Test(arguments: [
        (BrowserOutcome.asked, "The browser was asked to open it."),
        (.none, "There is no browser on this host"), (.failed(code: 3), "The browser ended with 3"),
    ])
    func whatBecameOfItIsSaid(outcome: BrowserOutcome, words: String) throws {
        var state = try state([.service: service])
        let address = try #require(browsed(state.press(Key("o"))))
        #expect(state.view().grid.lines.joined().contains("Asking the browser"))
        _ = state.update(.browsed(address, outcome), now: state.now)
        #expect(state.view().grid.lines.joined().contains(words))
        #expect(state.press(Key("c")).contains(.copy(address)))
        state.press(Key(.escape))
        #expect(state.overlay == nil && state.view().link == nil)
    }

    @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 40, rows: 10)]) func pictures(size: Size) throws {
        var state = try state([.service: service])
        _ = state.update(.resized(size), now: state.now)
        state.press(Key("o"))
        expectPicture(state.view().grid, named: "web-\(size.columns)x\(size.rows)")
    }
}
