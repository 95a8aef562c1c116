import Testing

@testable import TerminalSession

struct CharacterSetTests {
    @Test(arguments: ["C.UTF-8", "de_DE.utf8", "en_US.UTF-8"]) func namesOfLocalesSayUTF8(name: String) {
        #expect(CharacterSet.promisesUTF8(["LANG": name]))
    }

    @Test(arguments: ["", "C", "POSIX", "de_DE.ISO-8859-1", "de_DE"]) func otherNamesDoNot(name: String) {
        #expect(!CharacterSet.promisesUTF8(["LANG": name]))
    }

    @Test func theStrongestVariableThatIsSetCounts() {
        #expect(!CharacterSet.promisesUTF8(["LC_ALL": "C", "LANG": "en_US.UTF-8"]))
        #expect(CharacterSet.promisesUTF8(["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"]))
    }
}
