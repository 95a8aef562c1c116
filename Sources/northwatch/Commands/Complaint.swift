internal import ArgumentParser

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
        self = .usage("\(Northwatch.message(for: error)) (northwatch --help lists what there is)")
    }

    func say() { Line.note(text) }
}
