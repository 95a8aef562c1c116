import Testing

@testable import northwatch

/// Manual pages, made from the commands themselves.
@Suite struct ManualTests {
    @Test func thereIsAPageForTheProgramAndForEachCommand() throws {
        let pages = try ToolDescription.northwatch().pages
        let names = pages.map(\.name)
        #expect(names.first == "northwatch")
        for name in ["northwatch-get", "northwatch-logs", "northwatch-create", "northwatch-doctor"] {
            #expect(names.contains(name))
        }
    }

    @Test func aPageTellsNameUsageOptionsAndExamples() throws {
        let page = try #require(try ToolDescription.northwatch().pages.first { $0.name == "northwatch-get" })
        for part in [
            ".TH NORTHWATCH-GET 1", ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH KINDS", ".SH EXAMPLES",
            ".SH OPTIONS", "\\fB\\-\\-limit\\fR \\fIn\\fR", ".SH SEE ALSO",
        ] { #expect(page.text.contains(part), "\(part)") }
    }

    @Test func noLineOfTextIsReadAsAnOrder() throws {
        let known = [".TH", ".SH", ".TP", ".PP", ".B", ".I", ".RI", ".nf", ".fi"]
        for page in try ToolDescription.northwatch().pages {
            for line in page.text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
                #expect(known.contains { line == $0 || line.hasPrefix("\($0) ") }, "\(page.name): \(line)")
            }
        }
    }

    @Test func theOptionsThatSayWhichAccountAreFoundInALineThatIsBeingTyped() throws {
        let options = Completions.options([
            "northwatch", "--context", "work", "get", "services", "--state-dir=/tmp/x", "--limit", "3", "sh",
        ])
        #expect(options.configuration.context == "work")
        #expect(options.state.stateDir == "/tmp/x")
        #expect(Completions.options(["northwatch", "get", "--context"]).configuration.context == nil)
    }
}
