internal import ArgumentParser
internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a request says beside what has an option of its own.
struct BodyOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "What else the request says: its body in YAML or JSON; - is standard input. Options go before it.",
            valueName: "file"),
        completion: .file())
    var file: String?

    /// The file's, once it is what the contract asks of an operation; nothing where there is no file.
    func body(for operation: APIOperation) throws(Complaint) -> JSONValue {
        guard let file else { return [:] }
        return try RequestFile.read(file).body(for: operation)
    }
}

/// `NAME=VALUE` as it stands in an option, or `NAME` alone for the value that the environment has: what stands in an
/// option others on the host can read.
enum Assignments {
    static func values(
        _ given: [String], option: String,
        environment: @autoclosure () -> [String: String] = ProcessInfo.processInfo.environment
    ) throws(Complaint) -> [String: String] {
        var values: [String: String] = [:]
        for text in given {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0]
            guard !name.isEmpty else { throw .usage("\(option) takes NAME=VALUE or NAME, not \"\(text)\"") }
            guard let value = parts.count == 2 ? parts[1] : environment()[name] else {
                throw .usage("\(option) \(name): the environment has no \(name); give \(name)=VALUE, or set it")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .usage("\(option) \(name) is given twice")
            }
        }
        return values
    }
}
