import Testing

@testable import NorthflankAPI

@Test(
    "An address of the API is taken",
    arguments: [
        ("https://api.northflank.com/v1", "https://api.northflank.com/v1"),
        ("https://api.northflank.com/v1//", "https://api.northflank.com/v1"),
        ("HTTPS://API.Example.com:8443", "https://api.example.com:8443"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1"),
        ("http://127.0.0.1/v1", "http://127.0.0.1/v1"),
        ("http://127.255.3.4:1", "http://127.255.3.4:1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ])
func taken(text: String, expected: String) throws {
    #expect(try BaseURL(text).description == expected)
}

@Test(
    "Plain http to any host but this one is refused",
    arguments: [
        "http://api.northflank.com/v1", "http://127.0.0.1.example.com", "http://localhost.example.com",
        "http://128.0.0.1", "http://127.0.0.256", "http://127.1", "http://0.0.0.0", "http://[::2]", "http://[::]",
        "http://10.0.0.1", "http://1270.0.1", "http://127.0.0.0x1",
    ])
func plainHTTP(text: String) throws {
    #expect {
        try BaseURL(text)
    } throws: { error in
        if case BaseURL.Invalid.plainHTTP = error { true } else { false }
    }
}

@Test func whatIsNoAddressIsRefusedWithTheReason() {
    #expect(throws: BaseURL.Invalid.notAURL("api.northflank.com")) { try BaseURL("api.northflank.com") }
    #expect(throws: BaseURL.Invalid.notAURL("https://")) { try BaseURL("https://") }
    #expect(throws: BaseURL.Invalid.notAURL("")) { try BaseURL("") }
    #expect(throws: BaseURL.Invalid.scheme("ftp")) { try BaseURL("ftp://api.northflank.com") }
    for text in ["https://u:p@host/v1", "https://host/v1?x=1", "https://host/v1#here", "http://127.0.0.1@evil.com/"] {
        #expect(throws: BaseURL.Invalid.extras) { try BaseURL(text) }
    }
}

@Test func theReasonsSayWhatToDo() {
    #expect(
        BaseURL.Invalid.plainHTTP(host: "example.com").description
            == "plain http would send the token readable to example.com; use https, or a loopback host")
    #expect(
        BaseURL.Invalid.notAURL("https://a b").description
            == "https://a b is not a URL such as https://api.northflank.com/v1")
    // It may be a token in the wrong variable.
    #expect(!BaseURL.Invalid.notAURL("nf-secret").description.contains("nf-secret"))
}
