import Testing

@testable import Dashboard

@Suite struct JSONTextTests {
    private func text(_ json: String) -> JSONText? { JSONText(Array(json.utf8)) }

    private func again(_ json: String, revealing: Bool = false) -> String? {
        text(json)?.rendition(revealing: revealing)
    }

    @Test func orderSpellingAndDoubledNamesStayAsTheyCame() throws {
        let json = #"{"z": 1.50, "a": 12345678901234567890, "z": [1e3, -0.0, {}], "é": "\u0041\n", "b": [ ]}"#
        #expect(
            again(json) == """
                {
                  "z": 1.50,
                  "a": 12345678901234567890,
                  "z": [
                    1e3,
                    -0.0,
                    {}
                  ],
                  "é": "\\u0041\\n",
                  "b": []
                }
                """)
    }

    @Test func whatATerminalCouldObeyIsSpelledOut() {
        #expect(again("\"a\u{7F}\u{9B}31m\u{202E}b\u{E0001}\"") == #""a\u007f\u009b31m\u202eb\udb40\udc01""#)
        #expect(again("{\"\u{9D}\": 1}") == "{\n  \"\\u009d\": 1\n}")
        #expect(again("\"日本 e\u{301}\"") == "\"日本 e\u{301}\"")
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\"}", "{\"a\":}", "\"a", "\"a\\", "1 2", "{,}", "[1 2]", "'a'", "{a: 1}"])
    func whatIsNoJSONIsRefused(_ json: String) { #expect(text(json) == nil) }

    @Test func nestingHasABound() {
        let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(text(deep(500)) != nil)
        #expect(text(deep(100_000)) == nil)
    }

    @Test func bytesThatAreNoTextAreReplaced() {
        #expect(JSONText([0x22, 0xFF, 0x22])?.rendition(revealing: false) == "\"\u{FFFD}\"")
    }

    @Test(arguments: [
        #"{"password": "x"}"#, #"{"dockerCredentials": [{"id": 7}]}"#, #"{"runtimeEnvironment": {"A": "b"}}"#,
        #"{"env": {"A": "b"}}"#, #"{"API_KEY": "x"}"#, #"{"buildArguments": {"A": "b"}}"#,
        #"{"uri": "postgres://user:pw@host/db"}"#,
    ])
    func whatMayBeSecretIsHiddenUntilAskedFor(_ json: String) throws {
        let hidden = try #require(again(json))
        #expect(hidden.contains(JSONText.mask))
        for secret in ["\"x\"", "7", "\"b\"", "pw"] { #expect(!hidden.contains(secret)) }
        #expect(again(json, revealing: true)?.contains(JSONText.mask) == false)
    }

    @Test func whatTellsNothingIsNotHidden() {
        for json in [#"{"password": null}"#, #"{"token": ""}"#, #"{"hasToken": true}"#] {
            #expect(again(json)?.contains(JSONText.mask) == false)
        }
        #expect(again(#"{"projectUrl": "https://github.com/acme/api"}"#)?.contains(JSONText.mask) == false)
    }

    @Test func aNodeKnowsWhatIsInItAndWhatItIsIn() throws {
        let text = try #require(self.text(#"{"a": {"b": 1, "c": [2, 3]}, "d": 4}"#))
        #expect(text.count(of: 0) == 2)
        #expect(text.count(of: 1) == 2)
        #expect(text.count(of: 3) == 2)
        #expect(text.parent(of: 5) == 3)
        #expect(text.parent(of: 6) == 0)
        #expect(text.parent(of: 0) == nil)
        #expect(text.rendition(of: 3, revealing: false) == "[\n  2,\n  3\n]")
    }
}
