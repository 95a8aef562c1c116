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

/// A text that is given as an argument, in a file, or on standard input.
enum GivenText: Equatable {
    case text(String)
    case file(String)
    case standardInput

    /// What is larger is no request.
    private static let largest = 8 << 20

    /// `-` is standard input, `@FILE` a file, and anything else the text itself.
    init(_ argument: String) {
        if argument == "-" {
            self = .standardInput
        } else if argument.hasPrefix("@") {
            self = .file(String(argument.dropFirst()))
        } else {
            self = .text(argument)
        }
    }

    func bytes() throws(Complaint) -> [UInt8] {
        switch self {
        case .text(let text): return Array(text.utf8)
        case .standardInput: return try Self.contents(STDIN_FILENO, "standard input")
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.failure(path) }
            defer { close(descriptor) }
            return try Self.contents(descriptor, path)
        }
    }

    private static func contents(_ descriptor: Int32, _ name: String) throws(Complaint) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { buffer in
                // A directory opens, and doesn't read.
                read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(name) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= largest else { throw .usage("\(name) holds more than \(largest >> 20) MB") }
        }
    }

    private static func failure(_ name: String) -> Complaint {
        .usage("\(name) can't be read: \(String(cString: strerror(errno)))")
    }
}
