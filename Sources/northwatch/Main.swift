internal import ArgumentParser

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Commands run on the main thread and block it: it owns the terminal, and waits in `poll`. What is asynchronous runs
/// on the threads of Swift's concurrency.
@main
enum Main {
    static func main() {
        do {
            var command = try Northwatch.parseAsRoot()
            try command.run()
        } catch {
            finish(with: error)
        }
    }

    /// Says what there is to say, and ends the process with the code that goes with it.
    private static func finish(with error: any Error) -> Never {
        if let code = error as? ExitCode { exit(code.rawValue) }
        guard let complaint = Complaint(error) else {
            // `--help` and `--version` come as errors too.
            print(Northwatch.fullMessage(for: error))
            exit(EXIT_SUCCESS)
        }
        complaint.say()
        exit(complaint.code)
    }
}
