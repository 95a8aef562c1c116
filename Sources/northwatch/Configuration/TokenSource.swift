internal import NorthflankAPI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the API token comes from: a file, or the environment. Never an argument, which every user of the machine
/// could read in the list of processes.
enum TokenSource {
    /// Northflank's tokens have some hundred characters; a file beyond this is something else.
    private static let longest = 16_384

    /// The file where one is named, else `NORTHFLANK_API_TOKEN`, which is then taken out of the environment so that
    /// no program started from here inherits it.
    static func token(file: String?, environment: [String: String]) throws(UsageError) -> APIToken {
        if let file { return try contents(of: file) }
        guard let text = environment["NORTHFLANK_API_TOKEN"], !text.isEmpty else {
            throw UsageError(
                "no API token: set NORTHFLANK_API_TOKEN or name a file with --token-file "
                    + "(or try `northwatch demo`, which needs none)")
        }
        unsetenv("NORTHFLANK_API_TOKEN")
        return try token(text, from: "NORTHFLANK_API_TOKEN")
    }

    private static func contents(of path: String) throws(UsageError) -> APIToken {
        // Looked at through the open descriptor: what is checked is what is read.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw UsageError("can't read the token file \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw UsageError("the token file \(path) is not a regular file")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw UsageError("the token file \(path) can be read by others: run `chmod 600 \(path)` first")
        }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard (0...longest).contains(count) else { throw UsageError("the token file \(path) is too large for a token") }
        return try token(String(decoding: bytes.prefix(count), as: UTF8.self), from: path)
    }

    private static func token(_ text: String, from source: String) throws(UsageError) -> APIToken {
        do {
            return try APIToken(text)
        } catch {
            throw UsageError("\(source): \(error)")
        }
    }
}
