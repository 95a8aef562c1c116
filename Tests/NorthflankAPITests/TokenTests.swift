import Testing

@testable import NorthflankAPI

@Test func aTokenShowsItselfToNobody() throws {
    let token = try APIToken(secret)
    var dumped = ""
    dump(token, to: &dumped)
    #expect(!dumped.contains(secret))
    #expect("\(token)" == "•••")
    #expect(String(reflecting: token) == "•••")
    #expect(!"\([token])\(["key": token])\(String(describing: Optional(token)))".contains(secret))
    #expect(Mirror(reflecting: token).children.isEmpty)
    #expect(token.authorization == "Bearer \(secret)")
}

@Test func whatATokenFileHasAroundTheTokenIsRemoved() throws {
    #expect(try APIToken(" \t\(secret)\r\n").authorization == "Bearer \(secret)")
}

@Test func whatCanNotBeATokenIsRefusedWithoutRepeatingIt() {
    #expect(throws: APIToken.Invalid.empty) { try APIToken("") }
    #expect(throws: APIToken.Invalid.empty) { try APIToken(" \n") }
    for text in ["abc def", "abc\r\nX-Evil: 1", "abc\u{0}def", "tökén", "abc\u{7F}"] {
        #expect(throws: APIToken.Invalid.strangeCharacter) { try APIToken(text) }
    }
}
