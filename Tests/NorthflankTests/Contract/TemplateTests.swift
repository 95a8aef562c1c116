import Northflank
import Testing

/// A body to fill in, made of what the contract asks.
@Suite struct TemplateTests {
    @Test func whatMustBeThereWaitsAndWhatMayIsAComment() throws {
        let schema = Schema.object(
            [
                .required("name", .text(.projectName)), .optional("region", .text(.filled)),
                .optional("clusterId", .text(.any)), .required("billing", .object([.required("storage", .integer)])),
                .optional("ports", .list(.object([.required("name", .text(.any)), .optional("public", .flag)]))),
            ], alternatives: ["region", "clusterId"])
        #expect(
            schema.template() == """
                name:            # required; 3 to 39 characters; \(Pattern.name.words)
                billing:         # required
                  storage:       # required; whole number
                # region: ""     # not empty; at most one of region, clusterId
                # clusterId: ""  # at most one of region, clusterId
                # ports:         # list
                # - name: ""     # required
                #   public: false # true | false
                """)
        // What waits is not there yet.
        #expect(schema.problems(with: ["name": .null]) == schema.problems(with: [:]))
    }

    @Test func whatIsSetStandsAsItIsAndSoDoesWhatIsNotDescribed() {
        let schema = Schema.object([
            .optional("description", .text(.any)), .required("name", .text(.any)),
            .optional("billing", .object([.required("storage", .integer), .optional("tier", .text(.any))])),
            .optional("ports", .list(.object([.required("name", .text(.any))]))), .optional("color", .text(.any)),
        ])
        let body: JSONValue = [
            "name": "a \"b\"\n\u{1B}c", "billing": ["storage": 4096, "beyond": 1], "ports": .array([["name": "p1"]]),
            "color": .null, "extra": ["a": true],
        ]
        #expect(
            schema.template(of: body) == #"""
                name: "a \"b\"\n\U0000001bc" # required
                # description: ""
                billing:
                  storage: 4096             # required; whole number
                #   tier: ""
                  "beyond": 1
                ports: [{"name": "p1"}]     # list
                # color: ""
                "extra": {"a": true}
                """#)
    }

    @Test func membersThatAreNotDescribedAreFoundAtAnyDepth() throws {
        let schema = Schema.object([
            .required("billing", .object([.required("storage", .integer)])),
            .optional("ports", .list(.object([.required("name", .text(.any))]))), .optional("env", .map),
        ])
        let found = schema.unknownMembers(of: [
            "billing": ["storage": 1, "storge": 2], "ports": .array([["name": "a"], ["nmae": "b"]]),
            "env": ["A": "b"], "colour": "red",
        ])
        #expect(found.map(\.path) == ["billing.storge", "colour", "ports[1].nmae"])
        #expect(found[0].known == ["storage"])
    }
}
