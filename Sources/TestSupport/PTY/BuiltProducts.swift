#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The programs of this package, built along with the tests.
public enum BuiltProducts {
    /// Where a program is: beside the tests' own executable, else in the package's build folder.
    public static func path(_ name: String) -> String {
        let beside = directory(of: testExecutable) + "/" + name
        if access(beside, X_OK) == 0 { return beside }
        let package = (0..<4).reduce(#filePath) { path, _ in directory(of: path) }
        return package + "/.build/debug/" + name
    }

    private static var testExecutable: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
        defer { free(path) }
        return String(cString: path)
    }

    private static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
