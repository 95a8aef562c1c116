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

    func run() throws { try run { account throws(Complaint) in try await work(on: account) } }

    /// Opens the account for some work.
    func run(_ work: @escaping @Sendable (OpenAccount) async throws(Complaint) -> ShellExit) throws {
        // Before there are threads: opening an account makes some.
        Foreground.holdSignals()
        let account = try options.open(under: parent, atMost: mostRequests)
        let exit = try Foreground.run {
            await account.recallBudget()
            let result = await result(of: work, on: account)
            await account.remember()
            await account.keepBudget()
            await account.client.shutdown()
            return result
        }.get()
        if exit != .well { throw ExitCode(exit.rawValue) }
    }

    private func result(
        of work: (OpenAccount) async throws(Complaint) -> ShellExit, on account: OpenAccount
    ) async -> Result<ShellExit, Complaint> {
        do throws(Complaint) {
            return .success(try await work(account))
        } catch {
            return .failure(error)
        }
    }
}
