import Northflank
import Testing

@testable import northwatch

/// Bodies of requests as they are written in files.
@Suite struct RequestFileTests {
    private func refusal(_ text: String, _ operation: APIOperation = .createProject) -> Complaint? {
        do throws(Complaint) {
            _ = try RequestFile(place: "shop.yaml", text: text).body(for: operation)
            return nil
        } catch {
            return error
        }
    }

    @Test func yamlAndJSONAreTheSame() throws {
        let yaml = try RequestFile(place: "a", text: "name: Shop two\nregion: europe-west\n").body(for: .createProject)
        let json = try RequestFile(place: "a", text: #"{"name": "Shop two", "region": "europe-west"}"#)
            .body(for: .createProject)
        #expect(yaml == json)
        #expect(yaml["name"]?.text == "Shop two")
    }

    @Test func aMistakeIsToldWithItsLineAndItsField() {
        #expect(
            refusal("# a shop\nname: x\n")?.text
                == "shop.yaml, line 2: name must be 3 to 39 characters long")
        #expect(refusal("name: Shop\ncolor: red\n")?.text.contains("line 2: color must be a color") == true)
    }

    @Test func whatIsMissingIsToldWithTheLineOfWhatLacksIt() {
        let text = """
            name: db-one
            type: postgresql
            version: "16"
            billing:
              deploymentPlan: nf-compute-10
              storage: 4096
            """
        #expect(refusal(text, .createAddon)?.text == "shop.yaml, line 4: billing.replicas is required")
    }

    @Test func aPlainNumberIsNoTextUntilItIsQuoted() {
        let text =
            "name: db-one\ntype: postgresql\nversion: 16\nbilling: {deploymentPlan: abc, storage: 1, replicas: 1}"
        #expect(refusal(text, .createAddon)?.text == "shop.yaml, line 3: version must be a string: put it in quotes")
        #expect(refusal(text.replacing("16", with: "\"16\""), .createAddon) == nil)
    }

    /// What an editor opens and nobody changes comes back as it was.
    @Test(arguments: [
        "plain", "a \"b\" \\c", "two\nlines\tand a tab", "\u{1B}[31mred\u{7}", "\u{85}\u{9B}\u{2028}\u{202E}\u{FEFF}",
        "no", "12", "# none", "🚀 e\u{301}", "\u{10FFFD}", "",
    ]) func whatATemplateSaysIsReadAsItWas(text: String) throws {
        let schema = Schema.object([.optional("description", .text(.any)), .optional("env", .map)])
        let body: JSONValue = [
            "description": .string(text), "env": ["A B": .string(text)], "beyond": .array([.string(text), 1, true]),
        ]
        #expect(try Editor.value(of: schema.template(of: body)) == body)
    }

    @Test func wordsOfYAML11AreTexts() throws {
        let body = try RequestFile(place: "a", text: "name: Norway\ndescription: no\n").body(for: .createProject)
        #expect(body["description"] == .string("no"))
    }

    @Test func whatIsNoYAMLIsToldWithItsLine() {
        #expect(refusal("name: [")?.text.hasPrefix("shop.yaml, line") == true)
        #expect(refusal("- a\n- b\n")?.text.contains("must be an object") == true)
        #expect(refusal("")?.text.contains("name is required") == true)
    }

    @Test(arguments: Creation.Kind.allCases) func theExampleOfEachIsYAMLWhoseFieldsTheContractKnows(
        kind: Creation.Kind
    ) throws {
        let text = CreateCommand.example(of: kind)
        let complaint = refusal(text, kind.operation)
        // It waits to be filled in, and says so.
        #expect(complaint?.text.contains(" is required") == true, "\(text)")
    }
}
