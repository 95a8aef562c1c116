import Northflank
import Testing

@testable import northwatch

@Suite struct EditorTests {
    @Test func whatIsSavedIsReadAsABody() throws {
        let yaml = """
            # a comment
            name: "Web"   # required
            deployment:
              instances: 2
              external: {imagePath: nginx:1.27}
            tags: [a, "1"]
            public: true
            # nothing: here
            empty:
            """
        let body: JSONValue = [
            "name": "Web", "deployment": ["instances": 2, "external": ["imagePath": "nginx:1.27"]], "tags": ["a", "1"],
            "public": true, "empty": .null,
        ]
        #expect(try Editor.value(of: yaml) == body)
    }

    @Test func anEmptyTextIsNothing() throws {
        #expect(try Editor.value(of: "# comments alone\n") == nil)
    }

    @Test func aMistakeIsToldWithItsLine() {
        #expect(throws: Complaint.self) { try Editor.value(of: "name: [") }
        do throws(Complaint) {
            _ = try Editor.value(of: "name: x\nname: y\n")
            Issue.record("it was taken")
        } catch {
            #expect(error.text.contains("line"))
        }
    }
}
