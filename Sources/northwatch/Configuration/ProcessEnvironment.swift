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

/// The environment variables that Northwatch was started with.
enum ProcessEnvironment {
    static let tokenName = "NORTHFLANK_API_TOKEN"
    static let apiURLName = "NORTHFLANK_API_URL"

    /// Reads them all, and takes the token out of the process's own, so that no program started from here inherits
    /// it. Call it before other threads run, as all that changes the environment.
    static func take() -> [String: String] {
        let environment = ProcessInfo.processInfo.environment
        hide([tokenName])
        return environment
    }

    /// Takes other variables that hold tokens out of it too. As early, for the same reasons.
    static func hide(_ names: [String]) {
        for name in names { unsetenv(name) }
    }
}
