import Northflank
import Testing

@Suite struct TypingTests {
    private let schema = Schema.object([
        .required("name", .text(.any)),
        .optional("billing", .object([.required("storage", .integer), .optional("tls", .flag)])),
        .optional("environment", .map),
    ])

    @Test func aFieldIsFoundByItsPath() {
        #expect(schema.field(at: "billing.storage") == .required("storage", .integer))
        #expect(schema.field(at: "name")?.isRequired == true)
        #expect(schema.field(at: "billing.nothing") == nil)
        #expect(schema.field(at: "name.first") == nil)
    }

    @Test func whatIsTypedIsReadAsWhatIsTaken() {
        #expect(Schema.integer.typed("4") == 4)
        #expect(Schema.flag.typed("true") == true)
        #expect(Schema.text(.any).typed("4") == "4")
        #expect(Schema.map.typed("A=1 B=x=y C=") == ["A": "1", "B": "x=y", "C": ""])
        #expect(Schema.integer.typed("") == nil)
    }

    @Test func whatCanNotBeReadStaysATextThatTheContractRefuses() {
        #expect(Schema.integer.typed("four") == "four")
        #expect(Schema.map.typed("A") == "A")
        #expect(
            schema.problems(with: ["name": "x", "billing": ["storage": "four"]]).keys.sorted() == ["billing.storage"])
    }

    @Test func membersAreSetByPaths() {
        let body = JSONValue.object([:]).setting("billing.storage", to: 4).setting("name", to: "x")
        #expect(body == ["billing": ["storage": 4], "name": "x"])
        #expect(body.member(at: "billing.storage") == 4)
        #expect(body.member(at: "billing.tls") == nil)
        #expect(body.setting("billing.storage", to: nil) == ["name": "x"])
    }
}
