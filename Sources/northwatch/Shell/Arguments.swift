public import ArgumentParser
public import Northflank

// Words of `Northflank` that are given as arguments.

extension RequestMethod: ExpressibleByArgument {
    /// In capitals or not.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension Creation.Kind: ExpressibleByArgument {}
