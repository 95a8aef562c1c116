import ArgumentParser
import Northflank
import NorthflankAPI
import Testing

@testable import northwatch

/// Which account is opened, by options and environment.
@Suite struct AccountTests {
    private func account(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Account {
        try AccountOptions.parse(arguments).account(environment.merging(["NORTHFLANK_API_TOKEN": "t0ken"]) { $1 })
    }

    @Test func byDefaultItIsThePublicAPI() throws {
        let account = try account([])
        #expect("\(account.baseURL)" == "https://api.northflank.com/v1")
        #expect(account.team == nil)
        #expect(!account.readOnly)
    }

    @Test func anOptionGoesBeforeTheVariable() throws {
        let environment = ["NORTHFLANK_API_URL": "https://from.variable/v1"]
        #expect(try account([], environment).baseURL.host == "from.variable")
        #expect(try account(["--api-url", "https://from.option/v1"], environment).baseURL.host == "from.option")
    }

    @Test func anEmptyVariableIsNone() throws {
        #expect(try account([], ["NORTHFLANK_API_URL": ""]).baseURL == .northflank)
    }

    @Test(arguments: ["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:80/v1"])
    func plainHTTPIsFineOnThisMachine(address: String) throws {
        #expect("\(try account(["--api-url", address]).baseURL)".hasPrefix("http://"))
    }

    @Test(arguments: ["http://example.com/v1", "http://127.0.0.1.example.com", "ftp://example.com", "nonsense", ""])
    func anAddressThatWontDoIsRefused(address: String) {
        #expect {
            try account(["--api-url", address])
        } throws: {
            ($0 as? Complaint)?.code == 64 && ($0 as? Complaint)?.text.hasPrefix("--api-url: ") == true
        }
    }

    @Test func teamProjectAndReadOnlyAreTaken() throws {
        let account = try account(["--team", "acme", "--project", "shop", "--read-only"])
        #expect(account.team == "acme")
        #expect(account.project?.rawValue == "shop")
        #expect(account.readOnly)
    }

    @Test(arguments: ["--team", "--project"]) func anEmptyIDIsRefused(option: String) {
        #expect {
            try account([option, ""])
        } throws: {
            ($0 as? Complaint)?.text.hasPrefix(option) == true
        }
    }
}
