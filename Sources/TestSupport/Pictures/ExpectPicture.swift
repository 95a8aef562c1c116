internal import Foundation
public import TerminalUI
public import Testing

/// Expects a grid to look like the picture in `Tests/Snapshots/<test target>/<name>.txt`.
///
/// A picture that is missing is a failure. `UPDATE_SNAPSHOTS=1 swift test` writes all of them as they are now: look at
/// what it changed before you commit it.
/// - Parameters:
///   - theme: Compares the styles too (see `GridPicture`).
///   - file: The test's own file; which test target it belongs to is read from it.
public func expectPicture(
    _ grid: Grid, named name: String, theme: Theme? = nil, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectText(GridPicture(grid, theme: theme).description, named: name, file: file, sourceLocation: sourceLocation)
}

/// Expects a text to be the one in `Tests/Snapshots/<test target>/<name>.txt`, in the way of `expectPicture`.
public func expectText(
    _ picture: String, named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let path = snapshotPath(name, file: file) else {
        Issue.record("\(file) stands in no test target", sourceLocation: sourceLocation)
        return
    }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        do {
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(picture.utf8).write(to: path)
        } catch {
            Issue.record("can't write \(path.path): \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let data = try? Data(contentsOf: path) else {
        Issue.record(
            "there is no picture \(path.path); it would be\n\(picture)\nUPDATE_SNAPSHOTS=1 writes it.",
            sourceLocation: sourceLocation)
        return
    }
    if let difference = difference(from: String(decoding: data, as: UTF8.self), to: picture) {
        Issue.record(
            "\(name) looks different (- as it should, + as it is; UPDATE_SNAPSHOTS=1 accepts it):\n\(difference)",
            sourceLocation: sourceLocation)
    }
}

/// Beside the test targets, not in them, where SwiftPM would ask what the files are.
private func snapshotPath(_ name: String, file: String) -> URL? {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard let tests = parts.lastIndex(of: "Tests"), tests + 2 < parts.count else { return nil }
    let folder = parts[...tests].joined(separator: "/") + "/Snapshots/\(parts[tests + 1])"
    return URL(filePath: folder).appending(path: "\(name).txt")
}

/// The lines that differ, each with its number; nil where none does.
func difference(from expected: String, to actual: String) -> String? {
    guard expected != actual else { return nil }
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(expected.count, actual.count) {
        let before = index < expected.count ? expected[index] : nil
        let after = index < actual.count ? actual[index] : nil
        guard before != after else { continue }
        let number = "\(index + 1)".padding(to: 4)
        if let before { lines.append("\(number)-\(before)") }
        if let after { lines.append("\(number)+\(after)") }
    }
    return lines.joined(separator: "\n")
}
