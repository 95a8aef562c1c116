internal import ArgumentParser
internal import PrivateFile

/// Which configuration, and which account of it.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file.",
            discussion: """
                $XDG_CONFIG_HOME/northwatch/config.yaml otherwise, which is ~/.config/northwatch/config.yaml. Options \
                and environment variables go before what it says.
                """,
            valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp("Open the account of this name in the configuration.", valueName: "name"),
        completion: Completions.contexts)
    var context: String?

    /// Whether any of them was given.
    var isGiven: Bool { config != nil || context != nil }

    /// What the user has set. That there is no file where one is looked for is fine.
    func configuration(_ environment: [String: String]) throws(Complaint) -> Configuration {
        guard let path = config ?? Self.usualPath(environment) else { return Configuration() }
        return try Self.read(path, environment, mayBeMissing: config == nil) ?? Configuration()
    }

    /// `$XDG_CONFIG_HOME/northwatch/config.yaml`, or `~/.config/northwatch/config.yaml` (XDG Base Directory
    /// Specification: a relative path in the variable is to be ignored). Nil where there is no home either.
    static func usualPath(_ environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return "\(folder)/northwatch/config.yaml"
        }
        return home(environment).map { "\($0)/.config/northwatch/config.yaml" }
    }

    private static func home(_ environment: [String: String]) -> String? {
        environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// What is larger is another file.
    private static let largest = 256 * 1024

    /// Nil where there is no file and there may be none.
    static func read(
        _ path: String, _ environment: [String: String], mayBeMissing: Bool
    ) throws(Complaint) -> Configuration? {
        let bytes: [UInt8]
        do throws(PrivateFile.Refusal) {
            bytes = try PrivateFile(path: path, limit: largest, protection: .trusted).contents()
        } catch .missing where mayBeMissing {
            return nil
        } catch {
            throw .usage("config \(path): \(error)")
        }
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw .usage("config \(path): it is not UTF-8")
        }
        return try ConfigurationFile(path: path, yaml: yaml, home: home(environment)).configuration()
    }
}
