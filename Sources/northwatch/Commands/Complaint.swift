internal import ArgumentParser
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why the program can't do what it was asked to: one line that says what to do, and an exit code of sysexits(3).
struct Complaint: Error, Equatable {
    var text: String
    var code: Int32

    /// 64: the command line, the token or the configuration is wrong.
    static func usage(_ text: String) -> Complaint { Complaint(text: text, code: EX_USAGE) }

    /// 69: the terminal, or a port, can't be used.
    static func unavailable(_ text: String) -> Complaint { Complaint(text: text, code: EX_UNAVAILABLE) }
}

extension Complaint: CustomStringConvertible {
    /// For ArgumentParser, which wraps what options throw when they are checked.
    var description: String { text }
}

extension Complaint {
    /// Nil where the error is no trouble: somebody asked for help or for the version.
    init?(_ error: any Error) {
        if let complaint = error as? Complaint {
            self = complaint
            return
        }
        guard Northwatch.exitCode(for: error) != .success else { return nil }
        let message = Northwatch.message(for: error)
        self =
            Self.unknownCommand(message, CommandLine.arguments)
            ?? .usage("\(message) (northwatch --help lists what there is)")
    }

    /// All that may stand before a subcommand is options: another word there is a mistyped one.
    static func unknownCommand(_ message: String, _ arguments: [String]) -> Complaint? {
        let names = Northwatch.configuration.subcommands.map { $0._commandName }
        guard message.contains("nexpected argument"),
            let word = message.split(separator: "'").dropFirst().first.map(String.init),
            !arguments.prefix(while: { $0 != word }).contains(where: names.contains)
        else { return nil }
        let guess = nearest(to: word, in: names).map { "did you mean \"\($0)\"?" }
        return .usage("there is no command \"\(word)\"; \(guess ?? "northwatch --help lists them")")
    }

    func say() { Line.note(text) }
}
