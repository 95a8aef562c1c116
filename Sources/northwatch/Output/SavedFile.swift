internal import Dashboard
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

/// What is saved to a new file, which only the user may read: logs and JSON hold secrets.
enum SavedFile {
    /// Bytes handed to the system at a time.
    private static let chunk = 1 << 20

    /// Writes texts, one after the other, to `northwatch-NAME-TIME.KIND` in a directory.
    /// - Parameters:
    ///   - name: An id; what no file name should hold is left out.
    ///   - directory: Nil is an error: there is no home directory.
    /// - Returns: the file's path, and how many lines it has.
    static func save(
        _ texts: some Sequence<String>, name: String, kind: String, to directory: String?, at now: Date
    ) throws(Complaint) -> (path: String, lines: Int) {
        guard let directory else { throw .unavailable("Nothing can be saved: there is no home directory.") }
        let safe = name.unicodeScalars.prefix(80).filter {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_")
        }
        let path = "\(directory)/northwatch-\(String(String.UnicodeScalarView(safe)))-\(CivilTime(now).compact).\(kind)"
        // A file that is there, or a link that somebody has put there, is never written to.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var lines = 0
        for text in texts {
            bytes += text.utf8
            lines += text.utf8.count { $0 == UInt8(ascii: "\n") }
            if bytes.count >= chunk { try put(&bytes, descriptor, path) }
        }
        try put(&bytes, descriptor, path)
        return (path, lines)
    }

    private static func put(_ bytes: inout [UInt8], _ descriptor: Int32, _ path: String) throws(Complaint) {
        let problem = WholeWrite.put(bytes, to: descriptor)
        guard problem == 0 else { throw failure(path, problem) }
        bytes = []
    }

    private static func failure(_ path: String, _ problem: Int32) -> Complaint {
        .unavailable("It can't be saved to \(path): \(String(cString: strerror(problem)))")
    }
}

extension LogEntry {
    /// Its line in a file.
    var fileLine: String {
        let time = at.map { CivilTime($0).iso } ?? "-"
        return isGap ? "--- \(text) ---\n" : "\(time) \(container) \(text)\n"
    }
}
