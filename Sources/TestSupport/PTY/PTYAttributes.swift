#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How a terminal is set; two are equal when nothing differs.
public struct PTYAttributes: Hashable, Sendable, CustomStringConvertible {
    private var bytes: [UInt8]
    /// Whether what is typed is shown.
    public let echoes: Bool
    /// Whether whole lines are read.
    public let readsLines: Bool
    /// Whether Ctrl-C and Ctrl-Z are signals.
    public let sendsSignals: Bool

    init(descriptor: Int32) {
        var attributes = termios()
        tcgetattr(descriptor, &attributes)
        bytes = withUnsafeBytes(of: attributes, Array.init)
        echoes = attributes.c_lflag & tcflag_t(ECHO) != 0
        readsLines = attributes.c_lflag & tcflag_t(ICANON) != 0
        sendsSignals = attributes.c_lflag & tcflag_t(ISIG) != 0
    }

    public var description: String { "echo \(echoes), lines \(readsLines), signals \(sendsSignals)" }
}
