internal import Northflank
internal import NorthflankSimulator
internal import Yams

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An account of somebody's own making, as it is written: YAML (and so JSON) of an `AccountDescription`.
struct ScenarioFile {
    /// How complaints name it.
    var place: String
    var yaml: String

    /// Whether a scenario's name is a file's: it has a slash, or ends like one.
    static func isPath(_ name: String) -> Bool {
        name.contains("/") || [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
    }

    init(place: String, yaml: String) {
        self.place = place
        self.yaml = yaml
    }

    init(reading path: String) throws(Complaint) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .usage("the scenario \(path) can't be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .usage("the scenario \(path) is not UTF-8")
        }
        self.init(place: path, yaml: text)
    }

    func account() throws(Complaint) -> AccountDescription {
        do {
            return try YAMLDecoder().decode(AccountDescription.self, from: yaml)
        } catch DecodingError.dataCorrupted(let context) where context.underlyingError is YamlError {
            throw .usage("\(place) is not YAML")
        } catch {
            throw .usage("\(place): \(decodingProblem(error))")
        }
    }
}
