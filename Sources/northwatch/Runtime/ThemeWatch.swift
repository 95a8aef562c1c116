#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Notices when the file of the theme in use is saved: somebody is at work on it and wants to see.
struct ThemeWatch {
    let path: String
    private var stamp: Stamp?

    /// What a saved file differs in.
    private struct Stamp: Equatable {
        var savedAt: Date?
        var size: UInt64?

        /// Nil while there is no such file.
        init?(_ path: String) {
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
            savedAt = attributes[.modificationDate] as? Date
            size = attributes[.size] as? UInt64
        }
    }

    /// Nil for a theme that is built in.
    init?(_ theme: String) {
        guard !Themes.names.contains(theme) else { return nil }
        path = theme
        stamp = Stamp(theme)
    }

    /// Whether it was saved since the last call. One that is gone for a moment is being saved.
    mutating func hasChanged() -> Bool {
        guard let new = Stamp(path), new != stamp else { return false }
        stamp = new
        return true
    }
}
