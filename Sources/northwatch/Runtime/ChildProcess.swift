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

/// Another program, started with the signals as a shell would hand them on, and with our environment: tokens aren't in
/// it, they were taken out at the start.
struct ChildProcess {
    private let id: pid_t

    /// - Parameter isApart: out of reach of what is typed, reading and writing nothing; else it has our terminal.
    /// - Returns: nil where it can't be started.
    init?(_ arguments: [String], isApart: Bool = false) {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let apart = isApart ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | apart))
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for file in isApart ? [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] : [] {
            posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_RDWR, 0)
        }
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for pointer in pointers + variables { free(pointer) } }
        var process = pid_t()
        guard posix_spawn(&process, arguments[0], &files, &attributes, &pointers, &variables) == 0 else { return nil }
        id = process
    }

    /// Blocks until it has ended. No shell waits behind a program that stops itself: it goes on at once.
    /// - Returns: its exit code; 128 and more for a signal.
    func wait() -> Int32 {
        var status: Int32 = 0
        while true {
            let waited = waitpid(id, &status, WUNTRACED)
            if waited < 0, errno == EINTR { continue }
            guard waited == id else { return -1 }
            guard status & 0xFF == 0x7F else { break }
            kill(id, SIGCONT)
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }
}
