import NorthflankSimulator
import Testing

@testable import northwatch

@Suite struct ScenarioFileTests {
    @Test func aScenarioIsReadFromYAML() throws {
        let account = try ScenarioFile(
            place: "shop.yaml",
            yaml: """
                pushSeconds: 60
                projects:
                  - name: Shop
                    services:
                      - {name: Web, repository: web, instances: 2}
                    addons:
                      - name: DB
                        type: postgresql
                        backup: 0 3 * * *
                """
        ).account()
        #expect(account.pushSeconds == 60)
        #expect(account.projects.map(\.name) == ["Shop"])
        #expect(account.projects[0].services?.first?.instances == 2)
        #expect(account.projects[0].addons?.first?.backup == "0 3 * * *")
    }

    @Test(arguments: [
        ("projects:\n  - description: x", "shop.yaml: projects[0].name: expected a value, found nothing"),
        ("projects: [", "shop.yaml is not YAML"),
    ])
    func whatCanNotBeReadIsToldWithItsPlace(yaml: String, start: String) throws {
        let complaint = #expect(throws: Complaint.self) {
            try ScenarioFile(place: "shop.yaml", yaml: yaml).account()
        }
        #expect(complaint?.text.hasPrefix(start) == true, "\(complaint?.text ?? "")")
        #expect(complaint?.code == 64)
    }

    @Test func aFileIsToldFromAName() {
        #expect(["shop.yaml", "./shop", "/tmp/x", "a.yml", "a.json"].allSatisfy(ScenarioFile.isPath))
        #expect(!["calm", "incident", "no-such"].contains(where: ScenarioFile.isPath))
    }

    @Test func aFileThatIsNotThereIsACommandLineThatIsWrong() {
        #expect(throws: Complaint.usage("the scenario /no/such.yaml can't be read")) {
            try ScenarioFile(reading: "/no/such.yaml")
        }
    }
}
