internal import ArgumentParser
internal import NorthflankAPI

/// A subcommand that works on an account, needs no terminal, and tells how it went by its exit code.
protocol ShellCommand: ParsableCommand, Sendable {
    var parent: Northwatch { get }
    var options: ShellOptions { get }
    /// How many requests reading may cost; nil is as many as there are.
    var mostRequests: Int? { get }
    /// Cancelled by SIGINT, SIGTERM and SIGHUP.
    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit
}

extension ShellCommand {
    var mostRequests: Int? { nil }

    func run() throws {
        // Before there are threads: opening an account makes some.
        Foreground.holdSignals()
        let account = try options.open(under: parent, atMost: mostRequests)
        let exit = try Foreground.run {
            let result = await result(of: account)
            await account.client.shutdown()
            return result
        }.get()
        if exit != .well { throw ExitCode(exit.rawValue) }
    }

    private func result(of account: OpenAccount) async -> Result<ShellExit, Complaint> {
        do throws(Complaint) {
            return .success(try await work(on: account))
        } catch {
            return .failure(error)
        }
    }
}
