#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Starts a program as the leader of a new session. Unlike Foundation's `Process` it hands none of the runner's
/// blocked signals on: the threads that tests run on block nearly all.
enum PTYSpawn {
    enum Streams {
        /// All three are the terminal of that path. The first terminal that a session's leader opens becomes the
        /// session's own.
        case terminal(String)
        /// Nothing to read; what is written goes to files, which may be the same one.
        case files(output: String, errors: String)
    }

    static func start(
        _ executable: String, _ arguments: [String], _ environment: [String: String], _ streams: Streams
    ) throws(PTYProcess.Failure) -> Int32 {
        var files = FileActions()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        switch streams {
        case .terminal(let path):
            posix_spawn_file_actions_addopen(&files, 0, path, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&files, 0, 1)
            posix_spawn_file_actions_adddup2(&files, 0, 2)
        case .files(let output, let errors):
            posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }

        var attributes = Attributes()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
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
