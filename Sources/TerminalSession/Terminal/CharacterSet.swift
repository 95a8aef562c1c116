#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The characters that the user's locale has.
public enum CharacterSet {
    /// Makes the locale's characters the process's, which ncurses needs before it starts. Only the characters: with
    /// its numbers, a German locale would have C libraries write 1,5.
    /// - Returns: whether it is UTF-8.
    static func adopt(environment: [String: String]) -> Bool {
        // A machine without the locale that ssh brought along still has a terminal that shows UTF-8.
        if setlocale(LC_CTYPE, "") == nil, promisesUTF8(environment) { setlocale(LC_CTYPE, "C.UTF-8") }
        guard let name = nl_langinfo(Int32(CODESET)) else { return false }
        return ["UTF-8", "UTF8"].contains(String(cString: name).uppercased())
    }

    /// Whether the variables ask for UTF-8, in the order in which they count.
    public static func promisesUTF8(_ environment: [String: String]) -> Bool {
        let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = (value ?? "").uppercased()
        return name.hasSuffix("UTF-8") || name.hasSuffix("UTF8")
    }
}
