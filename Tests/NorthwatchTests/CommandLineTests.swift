import ArgumentParser
import Testing

@testable import northwatch

/// What the command line takes, and what is said about the rest.
@Suite struct CommandLineTests {
    private func refusal(of arguments: String...) -> Complaint? {
        do {
            _ = try Northwatch.parseAsRoot(arguments)
            return nil
        } catch {
            return Complaint(error)
        }
    }

    @Test func theDemoTakesAScenarioASeedAndASpeed() throws {
        let command = try Northwatch.parseAsRoot(["demo", "--scenario", "incident", "--seed", "7", "--speed", "2.5"])
        let demo = try #require(command as? Demo)
        #expect(demo.scenario.scenario == "incident")
        #expect(demo.scenario.seed == 7)
        #expect(demo.scenario.speed == 2.5)
    }

    @Test func theSimulatorTakesAllItsOptions() throws {
        let command = try Northwatch.parseAsRoot([
            "simulate", "--port", "0", "--token", "t", "--scenario", "large", "--seed", "3", "--speed", "4",
            "--limit", "50", "--latency", "20", "--fault-rate", "0.25", "--record", "requests.jsonl", "--control",
            "--deny", "Project > Jobs > General > Read", "--deny", "Project > Addons > General > Update",
        ])
        let simulate = try #require(command as? Simulate)
        #expect(simulate.port == 0)
        #expect(simulate.token == "t")
        #expect(simulate.limit == 50)
        #expect(simulate.latency == 20)
        #expect(simulate.faultRate == 0.25)
        #expect(simulate.record == "requests.jsonl")
        #expect(simulate.control)
        #expect(simulate.deny == ["Project > Jobs > General > Read", "Project > Addons > General > Update"])
    }

    @Test func aMistypedCommandGetsTheNearest() {
        let message = "2 unexpected arguments: 'biuld', 'shop/api'"
        let complaint = Complaint.unknownCommand(message, ["northwatch", "--context", "work", "biuld", "shop/api"])
        #expect(complaint == .usage("there is no command \"biuld\"; did you mean \"build\"?"))
        let strange = Complaint.unknownCommand("Unexpected argument 'xyzzy'", ["northwatch", "xyzzy"])
        #expect(strange == .usage("there is no command \"xyzzy\"; northwatch --help lists them"))
        // One too many of a command is another matter.
        #expect(
            Complaint.unknownCommand("Unexpected argument 'b'", ["northwatch", "get", "services", "a", "b"]) == nil)
        #expect(Complaint.unknownCommand("Missing expected argument '<name>'", ["northwatch", "build"]) == nil)
    }

    @Test func anUnknownOptionGetsTheNearest() throws {
        let complaint = try #require(refusal(of: "demo", "--scenari", "calm"))
        #expect(complaint.code == 64)
        #expect(complaint.text.contains("'--scenario'"))
        #expect(!complaint.text.contains("\n"))
    }

    @Test(arguments: [
        ["demo", "--speed", "0"], ["demo", "--speed", "nan"], ["demo", "--speed", "-1"], ["demo", "--seed", "-1"],
        ["simulate", "--port", "70000"], ["simulate", "--limit", "0"], ["simulate", "--latency", "-1"],
        ["simulate", "--fault-rate", "1.5"], ["simulate", "--token", ""], ["nonsense"], ["--team"],
        ["themes", "chek", "mine.yaml"], ["themes", "check"], ["--read-only", "demo"], ["--context", "work", "demo"],
        ["config", "chek"], ["--team", "acme", "simulate"],
        ["simulate", "--deny", "Project > Jobs"],
    ])
    func whatMakesNoSenseIsRefusedInOneLine(arguments: [String]) throws {
        do {
            _ = try Northwatch.parseAsRoot(arguments)
            Issue.record("\(arguments) was taken")
        } catch {
            let complaint = try #require(Complaint(error))
            #expect(complaint.code == 64)
            #expect(!complaint.text.contains("\n"), "\(complaint.text)")
        }
    }

    @Test func anUnknownScenarioGetsTheNearest() throws {
        let demo = try #require(try Northwatch.parseAsRoot(["demo", "--scenario", "incidnet"]) as? Demo)
        #expect {
            _ = try demo.scenario.simulator { _ in }
        } throws: {
            ($0 as? Complaint)?.text.contains("did you mean \"incident\"?") == true && ($0 as? Complaint)?.code == 64
        }
    }

    @Test(arguments: [["--help"], ["demo", "--help"], ["simulate", "--help"], ["--version"]])
    func helpAndVersionAreNoTrouble(arguments: [String]) throws {
        do {
            // ArgumentParser gives a command of its own for some kinds of help.
            var command = try Northwatch.parseAsRoot(arguments)
            try command.run()
            Issue.record("\(arguments) was run")
        } catch {
            #expect(Complaint(error) == nil)
            #expect(!Northwatch.fullMessage(for: error).isEmpty)
        }
    }

    @Test(arguments: [
        Northwatch.helpMessage(), Northwatch.helpMessage(for: Demo.self), Northwatch.helpMessage(for: Simulate.self),
        Northwatch.helpMessage(for: ThemesCommand.self), Northwatch.helpMessage(for: ConfigCommand.self),
        Northwatch.helpMessage(for: StatusCommand.self), Northwatch.helpMessage(for: BuildCommand.self),
        Northwatch.helpMessage(for: RunCommand.self), Northwatch.helpMessage(for: BackupCommand.self),
        Northwatch.helpMessage(for: DeployCommand.self), Northwatch.helpMessage(for: RestartCommand.self),
        Northwatch.helpMessage(for: AbortCommand.self), Northwatch.helpMessage(for: RestoreCommand.self),
        Northwatch.helpMessage(for: PauseCommand.self), Northwatch.helpMessage(for: ResumeCommand.self),
        Northwatch.helpMessage(for: ScaleCommand.self),
        Northwatch.helpMessage(for: ConfigCommand.Check.self), Northwatch.helpMessage(for: ConfigCommand.Path.self),
    ])
    func everyHelpHasExamples(help: String) {
        #expect(help.contains("EXAMPLES"))
        #expect(help.contains("  northwatch "))
    }
}
