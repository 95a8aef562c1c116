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
        guard let status = run(["/bin/sh", "-c", command, "sh", path]) else {
            throw .unavailable("The editor can't be started.")
        }
        guard status == 0 else { throw .unavailable("The editor ended with \(status): nothing was taken over.") }
    }

    /// With the signals as a shell would hand them on.
    private static func run(_ arguments: [String]) -> Int32? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // Tokens aren't in it: they were taken out at the start.
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for pointer in pointers + variables { free(pointer) } }
        var process = pid_t()
        guard posix_spawn(&process, arguments[0], nil, &attributes, &pointers, &variables) == 0 else { return nil }
        return wait(for: process)
    }

    /// No shell waits behind an editor that stops itself: it goes on at once.
    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while true {
            let waited = waitpid(process, &status, WUNTRACED)
            if waited < 0, errno == EINTR { continue }
            guard waited == process else { return -1 }
            guard status & 0xFF == 0x7F else { break }
            kill(process, SIGCONT)
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }
}
