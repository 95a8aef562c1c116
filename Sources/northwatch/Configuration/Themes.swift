internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The themes of `themes/`, which are built into the program.
enum Themes {
    /// A theme is a file of `themes/` and a line here.
    static let builtIn: [(name: String, yaml: [UInt8])] = [
        (AppearanceOptions.standardTheme, PackageResources.default_yaml),
        ("light", PackageResources.light_yaml),
        ("high-contrast", PackageResources.high_contrast_yaml),
        ("solarized-dark", PackageResources.solarized_dark_yaml),
        ("nord", PackageResources.nord_yaml),
        ("gruvbox", PackageResources.gruvbox_yaml),
        ("monochrome", PackageResources.monochrome_yaml),
    ]

    static var names: [String] { builtIn.map(\.name) }

    /// Colours files are short; what is larger is another file.
    private static let largest = 256 * 1024

    static func standard() throws(Complaint) -> Theme { try find(AppearanceOptions.standardTheme) }

    /// The theme of that name, or in the file of that name. Roles that a file doesn't name look as in the standard
    /// theme.
    static func find(_ name: String) throws(Complaint) -> Theme {
        if let (name, yaml) = builtIn.first(where: { $0.name == name }) {
            return try ThemeFile(place: "themes/\(name).yaml", yaml: String(decoding: yaml, as: UTF8.self)).theme()
        }
        guard ThemeFile.isPath(name) || access(name, R_OK) == 0 else { throw unknown(name) }
        return try ThemeFile(place: name, yaml: try text(of: name)).theme().completed(by: try standard())
    }

    private static func unknown(_ name: String) -> Complaint {
        let guess = nearest(to: name, in: names).map { "did you mean \"\($0)\"? " } ?? ""
        return .usage(
            "there is no theme \"\(name)\": \(guess)There are \(names.joined(separator: ", ")), or give a YAML file.")
    }

    private static func text(of path: String) throws(Complaint) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .usage("theme \(path): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(file, &buffer, buffer.count)
            guard count >= 0 else { throw .usage("theme \(path): \(String(cString: strerror(errno)))") }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
            guard bytes.count <= largest else { throw .usage("theme \(path): too large to be a theme") }
        }
    }
}

extension AppearanceOptions {
    /// How the dashboard is to be opened, by the options first.
    func launch(
        _ environment: [String: String], _ configuration: Configuration = Configuration()
    ) throws(Complaint) -> Launch {
        let name = theme ?? configuration.theme ?? Self.standardTheme
        return Launch(
            theme: try Themes.find(name), environment: environment,
            ringing: quiet ? .silent : configuration.ringing, preferences: configuration.preferences,
            refresh: configuration.refresh,
            themeWatch: ThemeWatch(name))
    }
}
