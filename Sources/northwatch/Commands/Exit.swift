internal import NorthflankSimulator
internal import TerminalSession

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How the program ends: one clear line for an error, and the code that scripts go by.
enum Exit {
    /// `EX_UNAVAILABLE` of `sysexits.h`: the terminal or the port can't be had.
    static let unavailable: Int32 = 69

    /// Runs a command's body and ends the process with its code.
    static func run(_ body: () throws -> Int32) throws -> Never {
        let code: Int32
        do {
            code = try body()
        } catch let error as UsageError {
            say("\(error)")
            code = UsageError.exitCode
        } catch {
            say("\(error)")
            code = unavailable
        }
        exit(code)
    }

    private static func say(_ line: String) {
        let bytes = Array("northwatch: \(line)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
