import Foundation
import Northflank
import TerminalUI
import Testing

@testable import northwatch

/// What `northwatch get` knows of each kind, and how it shows it.
@Suite struct ResourceTests {
    @Test(arguments: ResourceKind.allCases) func eachIsFoundByItsPluralAndItsSingular(kind: ResourceKind) {
        #expect(ResourceKind(argument: kind.rawValue) == kind)
        #expect(ResourceKind(argument: kind.singular.uppercased()) == kind)
        #expect(ResourceKind.listing.contains(kind.rawValue))
    }

    @Test(arguments: ResourceKind.allCases) func eachIsAskedForByAsManyIdsAsItsPathHas(kind: ResourceKind) {
        let (lists, depth): ([APIOperation], Int) =
            switch kind.definition.place {
            case .account(let operation): ([operation], 0)
            case .project(let operation): ([operation], 1)
            case .thing(let operations): (Array(operations.values), 2)
            case .inside(let names, let operation): ([operation], 1 + names.count)
            }
        for list in lists { #expect(list.path.count { $0 == "{" } == depth) }
        if let one = kind.definition.one { #expect(one.path.count { $0 == "{" } == depth + 1) }
    }

    @Test func theSingularOfBranchesIsNotBranche() {
        #expect(ResourceKind.branches.singular == "branch")
        #expect(ResourceKind.addonTypes.singular == "addon-type")
    }

    @Test func whatToGiveAsANameIsTold() {
        #expect(ResourceKind.services.usage == "[PROJECT[/SERVICE]]")
        #expect(ResourceKind.containers.usage == "PROJECT/SERVICE|JOB|ADDON[/CONTAINER]")
        #expect(ResourceKind.volumeBackups.usage == "PROJECT/VOLUME[/BACKUP]")
        #expect(ResourceKind.releaseRuns.usage == "PROJECT/PIPELINE/STAGE[/RUN]")
        #expect(ResourceKind.addonTypes.usage == "[ADDON-TYPE]")
    }

    private func item(_ json: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    }

    @Test func aTableOfBuildsTellsWhatMattersInAWidthThatFits() throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let value = try item(
            """
            {"id": "b1", "status": "SUCCESS", "branch": "main", "sha": "0123456789abcdef", "message": "fix \\u001b[2Jit",
             "createdAt": "\(CivilTime(now.addingTimeInterval(-300)).iso)"}
            """)
        let found = FoundResources(items: [.init(place: ["shop", "api"], value: value)])
        #expect(
            GetCommand.table(found, .builds, at: now).texts == [
                "ID  STATUS   BRANCH  COMMIT   AGE  MESSAGE", "b1  SUCCESS  main    0123456  5m   fix it",
            ])
        #expect(GetCommand.name(of: found.items[0], .builds) == "shop/api/b1")
    }

    @Test func thingsOfProjectsTellWhich() throws {
        let value = try item(#"{"id": "api", "name": "API", "status": {"build": {"status": "FAILURE"}}}"#)
        let found = FoundResources(items: [.init(place: ["shop"], value: value)])
        let lines = GetCommand.table(found, .services, at: Date()).texts
        #expect(
            lines == [
                "PROJECT  NAME  ID   KIND  BUILD    DEPLOYMENT", "shop     API   api        FAILURE",
            ])
    }

    @Test func yamlIsBlocksWithQuotesWhereTheyAreNeeded() throws {
        let value = try item(
            #"{"name": "api", "version": "16", "on": true, "tags": ["a b", "no"], "none": {}, "deep": [{"x": 1, "y": [2]}]}"#
        )
        #expect(
            YAMLOutput.text(value) == """
                deep:
                - x: 1
                  "y":
                  - 2
                name: api
                none: {}
                "on": true
                tags:
                - "a b"
                - "no"
                version: "16"
                """)
    }

    @Test func yamlHoldsNothingThatATerminalWouldObey() {
        #expect(YAMLOutput.scalar("\u{1B}]0;x\u{7}\u{202E}é\n\"") == #""\U0000001b]0;x\U00000007\U0000202eé\n\"""#)
    }
}

extension TextTable {
    fileprivate var texts: [String] { lines.map { $0.map(\.text).joined() } }
}
