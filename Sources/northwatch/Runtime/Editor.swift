internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The user's editor on a text of ours. It takes the terminal, so call it only while that is lent out.
enum Editor {
    /// Opens `$VISUAL`, `$EDITOR` or `vi` on a file that only the user can read, and reads what was saved.
    /// - Returns: nil where nothing is in it.
    static func edit(_ text: String) throws(Complaint) -> JSONValue? {
        let path = try file(of: text)
        defer { unlink(path) }
        try open(path)
        guard let saved = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .unavailable("What the editor has left can't be read.")
        }
        return try value(of: saved)
    }

    /// - Returns: nil where nothing is in it, or comments alone.
    static func value(of yaml: String) throws(Complaint) -> JSONValue? {
        try RequestFile(place: "the edited text", text: yaml).value()
    }

    /// A name that nobody can guess, which ends as editors know YAML by: the system puts something else in the place of
    /// the X.
    private static func file(of text: String) throws(Complaint) -> String {
        let directory = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(directory)/northwatch-XXXXXX.yaml".utf8CString)
        let descriptor = mkstemps(&template, 5)
        guard descriptor >= 0 else { throw .unavailable("There is no room for a file in \(directory).") }
        defer { close(descriptor) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard WholeWrite.put(text.utf8, to: descriptor) == 0 else {
            unlink(path)
            throw .unavailable("A file in \(directory) can't be written.")
        }
        return path
    }

    private static func open(_ path: String) throws(Complaint) {
        let command = "exec ${VISUAL:-${EDITOR:-vi}} \"$1\""
        guard let status = ChildProcess(["/bin/sh", "-c", command, "sh", path])?.wait() else {
            throw .unavailable("The editor can't be started.")
        }
        guard status == 0 else { throw .unavailable("The editor ended with \(status): nothing was taken over.") }
    }
}
