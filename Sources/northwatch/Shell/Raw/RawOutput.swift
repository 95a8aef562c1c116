internal import Northflank
internal import TerminalUI

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

/// An answer's body on standard output, whatever it is.
enum RawOutput {
    static func put(_ body: String) {
        guard !body.isEmpty else { return }
        for line in lines(body, isTerminal: isatty(STDOUT_FILENO) == 1) { Line.putPrepared(line, on: STDOUT_FILENO) }
    }

    /// - Parameter isTerminal: JSON is set out in lines then, and else is as it came.
    /// - Returns: lines without anything that a terminal would obey; JSON stays the same JSON.
    static func lines(_ body: String, isTerminal: Bool) -> [String] {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8)) else {
            return body.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.line($0) }
        }
        guard isTerminal, let text = try? JSONOutput.text(value) else {
            // Of JSON only what stands between its texts may hold these.
            let plain = String(body.unicodeScalars.map { $0 == "\t" || $0 == "\r" ? " " : Character($0) })
            return [JSONOutput.harmless(plain.trimmingSuffix { $0.isWhitespace })]
        }
        return [JSONOutput.harmless(text)]
    }
}

extension String {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
        guard let last = lastIndex(where: { !isCut($0) }) else { return "" }
        return String(self[...last])
    }
}
