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
            schema.template == """
                name: ""         # required; 3 to 39 characters; \(Pattern.name.words)
                # region: ""     # not empty; at most one of region, clusterId
                # clusterId: ""  # at most one of region, clusterId
                billing:         # required
                  storage: 0     # required; whole number
                # ports:         # list
                # - name: ""     # required
                #   public: false # true | false
                """)
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
