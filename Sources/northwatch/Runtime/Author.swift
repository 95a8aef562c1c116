#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Who this process works for: "ana@jump-host pid 4711".
enum Author {
    static var label: String { "\(user)@\(host) pid \(getpid())" }

    /// All commands of this user's shell: "ana@jump-host in a shell".
    static var shell: String { "\(user)@\(host) in a shell" }

    private static var user: String {
        getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "uid \(geteuid())"
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "?" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
