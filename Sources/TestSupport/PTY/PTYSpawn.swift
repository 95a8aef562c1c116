#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Starts a program as the leader of a new session on a terminal.
enum PTYSpawn {
    /// - Parameter terminal: the first terminal that a session's leader opens becomes the session's own, so it is
    ///   opened by its path, after the session has begun.
    static func start(
        _ executable: String, _ arguments: [String], _ environment: [String: String], terminal: String
    ) throws(PTYProcess.Failure) -> Int32 {
        var files = FileActions()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&files, 0, 1)
        posix_spawn_file_actions_adddup2(&files, 0, 2)

        var attributes = Attributes()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Whatever the runner of the tests ignores or blocks, the program starts with nothing of that.
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | newSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var child: pid_t = 0
        let code = withPointers([executable] + arguments) { arguments in
            withPointers(environment.map { "\($0)=\($1)" }) { environment in
                posix_spawn(&child, executable, &files, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw PTYProcess.Failure(description: "\(executable): error \(code)") }
        return child
    }

    #if canImport(Darwin)
        private typealias FileActions = posix_spawn_file_actions_t?
        private typealias Attributes = posix_spawnattr_t?
        private static let newSession = Int32(POSIX_SPAWN_SETSID)
    #else
        private typealias FileActions = posix_spawn_file_actions_t
        private typealias Attributes = posix_spawnattr_t
        /// `POSIX_SPAWN_SETSID`, which the headers show to GNU sources only.
        private static let newSession: Int32 = 0x80
    #endif

    /// The texts as C wants them: pointers, and a null at the end.
    private static func withPointers<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(&pointers)
    }
}
