public import ArgumentParser
public import Northflank
internal import TerminalUI

// Words of `Northflank` that are given as arguments.

extension RequestMethod: ExpressibleByArgument {
    /// In capitals or not.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension Creation.Kind {
    /// For a command line: a miss gets the nearest.
    static func named(_ argument: String) throws -> Creation.Kind {
        guard let kind = Creation.Kind(rawValue: argument) else {
            throw Complaint.unknownWord(argument, of: allCases.map(\.rawValue))
        }
        return kind
    }
}

extension Complaint {
    /// About a word that is none of those that there are. ArgumentParser says before which word, and of what.
    static func unknownWord(_ word: String, of words: [String]) -> Complaint {
        .usage(
            nearest(to: word, in: words).map { "did you mean \"\($0)\"?" }
                ?? "there are \(words.joined(separator: ", "))")
    }
}
