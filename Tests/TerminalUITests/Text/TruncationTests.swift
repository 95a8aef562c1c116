import TerminalUI
import Testing

struct TruncationTests {
    @Test(arguments: [
        ("service", 7, "service"), ("service", 6, "servi…"), ("service", 1, "…"), ("service", 0, ""),
        ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"), ("", 3, ""),
    ])
    func theEndIsCut(text: String, width: Int, result: String) {
        #expect(Truncation.end(text, width: width) == result)
        #expect(CharacterWidth.columns(Truncation.end(text, width: width)) <= width)
    }

    @Test(arguments: [
        ("api-production", 14, "api-production"), ("api-production", 9, "api-…tion"), ("api-production", 8, "api-…ion"),
        ("api-production", 3, "a…n"), ("api-production", 2, "a…"), ("api-production", 1, "…"),
        ("日本語日本語", 8, "日本…語"), ("api-production", 0, ""),
    ])
    func theMiddleIsCut(text: String, width: Int, result: String) {
        #expect(Truncation.middle(text, width: width) == result)
    }

    @Test func anEllipsisMayBeLonger() {
        #expect(Truncation.end("service", width: 5, ellipsis: "..") == "ser..")
        #expect(Truncation.middle("service", width: 5, ellipsis: "~") == "se~ce")
        #expect(Truncation.end("service", width: 1, ellipsis: "..") == "")
    }

    @Test func marksStayWithWhatTheyBelongTo() {
        let text = "e\u{301}e\u{301}e\u{301}e\u{301}"
        #expect(Truncation.end(text, width: 3) == "e\u{301}e\u{301}…")
        #expect(Truncation.middle(text, width: 3) == "e\u{301}…e\u{301}")
    }

    @Test func paddingCountsColumns() {
        #expect("ab".padding(to: 4) == "ab  ")
        #expect("日本".padding(to: 5) == "日本 ")
        #expect("abc".padding(to: 2) == "abc")
    }
}
