internal import ArgumentParser
internal import NorthflankAPI
internal import Store
internal import TerminalSession
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch doctor`: what keeps Northwatch from working here, and what to do about it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Looks at terminal, configuration, token, network, clock, permissions and budget, with a remedy for each.",
        discussion: """
            Works without a token and without a network, and says that they are missing. Costs four requests at most. \
            The token is never shown.

            EXIT CODES
              0   nothing stands in the way
              1   something does

            EXAMPLES
              northwatch doctor
              northwatch doctor --json | jq -r '.[] | select(.standing != "fine") | .remedy'
            """
    )

    @ParentCommand var parent: Northwatch
    @Flag(help: "As JSON: an array of objects with check, standing (fine, warning or failing), text and remedy.")
    var json = false
    @OptionGroup var options: ShellOptions

    func run() throws {
        let environment = ProcessEnvironment.take()
        Foreground.holdSignals()
        let survey = TerminalSurvey(environment: environment)
        var findings = Finding.terminal(survey)
        let directory = options.directory(under: parent, environment)
        let account = account(environment, &findings)
        findings.append(.state(directory))
        if let account {
            findings += try Foreground.run {
                let found = await Examination(account: account).findings()
                await account.client.shutdown()
                return found
            }
        } else {
            findings.append(.warning("reach", "not tried without a token"))
        }
        if json {
            try JSONOutput.put(findings)
        } else {
            let printer = Printer(environment)
            let sheet = FindingSheet(symbols: printer.symbols, width: printer.width)
            for line in sheet.lines(findings) { printer.put(line) }
        }
        if findings.contains(where: { $0.standing == .failing }) { throw ExitCode(ShellExit.broken.rawValue) }
    }

    /// The account, as far as configuration and token allow.
    private func account(_ environment: [String: String], _ findings: inout [Finding]) -> OpenAccount? {
        let chosen = options.chosen(under: parent)
        let accounts: Accounts
        do throws(Complaint) {
            accounts = try options.accounts(under: parent, environment)
            let path = chosen.config ?? ConfigurationOptions.usualPath(environment)
            findings.append(
                .configuration(accounts.configuration, path: path, isThere: path.map { access($0, F_OK) == 0 } ?? false)
            )
        } catch {
            findings.append(
                .failing("configuration", error.text, remedy: "mend it; northwatch config check tells when it is right")
            )
            return nil
        }
        do throws(Complaint) {
            let account = try accounts.first(chosen.context)
            findings.append(.token(from: accounts.tokenSource(chosen.context)))
            return OpenAccount(account)
        } catch {
            findings.append(.failing("token", error.text, remedy: "make one in your account settings at Northflank"))
            return nil
        }
    }
}
