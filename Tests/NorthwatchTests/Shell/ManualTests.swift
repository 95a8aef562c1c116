import Testing

@testable import northwatch

/// Manual pages, made from the commands themselves.
@Suite struct ManualTests {
    @Test func thereIsAPageForTheProgramAndForEachCommand() throws {
        let pages = try ToolDescription.northwatch().pages
        let names = pages.map(\.name)
        #expect(names.first == "northwatch")
        for name in ["northwatch-get", "northwatch-logs", "northwatch-create", "northwatch-themes-check"] {
            #expect(names.contains(name))
        }
        #expect(Set(names).count == names.count)
    }

    @Test func aPageNamesThePagesAboveAndBelow() throws {
        let page = try #require(try ToolDescription.northwatch().pages.first { $0.title == "themes" })
        #expect(page.seeAlso.first == "northwatch")
        #expect(page.seeAlso.contains("northwatch-themes-check"))
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
}
