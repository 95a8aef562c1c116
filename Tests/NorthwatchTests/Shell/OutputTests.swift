import Northflank
import TerminalUI
import Testing

@testable import northwatch

/// What goes to standard output, whoever wrote it.
@Suite struct OutputTests {
    @Test func aTerminalGetsJSONInLines() {
        #expect(
            RawOutput.lines(#"{"b":[1],"a":"x"}"#, isTerminal: true) == [
                "{\n  \"a\" : \"x\",\n  \"b\" : [\n    1\n  ]\n}"
            ])
    }

    @Test func aPipeGetsJSONAsItWasButForWhatATerminalWouldObey() {
        #expect(
            RawOutput.lines("{\"a\":\t\"\u{202E}é\"}\r\n", isTerminal: false) == ["{\"a\": \"\\u202eé\"}"])
    }

    @Test func whatIsNoJSONIsMadeSafeLineByLine() {
        #expect(RawOutput.lines("<html>\n\u{1B}]0;x\u{7}hi", isTerminal: false) == ["<html>", "hi"])
    }

    @Test func columnsAreAsWideAsTheirWidestCell() {
        let table = TextTable(["NAME", "", "AGE"], [["api", "", "3m"], ["世界-long", "", "4d"]])
        #expect(table.lines.map { $0.map(\.text).joined() } == ["NAME       AGE", "api        3m", "世界-long  4d"])
    }

    @Test func aBodyIsATextAFileOrStandardInput() throws {
        #expect(GivenText("{}") == .text("{}"))
        #expect(GivenText("-") == .standardInput)
        #expect(GivenText("@a.json") == .file("a.json"))
        #expect(throws: Complaint.self) { try GivenText("@/nowhere/at/all").bytes() }
        #expect(throws: Complaint.self) { try GivenText("@/").bytes() }
    }

    @Test func aLostAnswerSaysWhetherItMayHaveArrived() {
        let arrived = APICommand.lost(.unreachable(.timeout, mayHaveArrived: true), "POST projects", .post)
        #expect(arrived.text.contains("look before you send it again"))
        #expect(arrived.code == 2)
        let unsent = APICommand.lost(.unreachable(.dns(host: "x"), mayHaveArrived: false), "POST projects", .post)
        #expect(unsent.text.contains("nothing was sent"))
        let read = APICommand.lost(.unreachable(.timeout, mayHaveArrived: true), "GET projects", .get)
        #expect(!read.text.contains("again"))
    }

    @Test func aContextShowsWhereItsTokenIsAndNothingOfIt() {
        let context = ContextDescription(
            .init(name: "work", token: .variable("NF_WORK"), team: "acme", readOnly: true), isDefault: true)
        #expect(
            context.cells == [
                "*", "work", "https://api.northflank.com/v1", "acme", "", "NF_WORK", "read-only",
            ])
    }
}
