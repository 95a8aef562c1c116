#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What kind of file system a path is on.
///
/// SQLite's log in shared memory works between processes of one host only, and its locks are no better than the file
/// system's: on a network file system both may fail silently (sqlite.org/wal.html, sqlite.org/howtocorrupt.html).
enum FileSystem {
    private static let networked: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "lustre", "glusterfs", "fuse.sshfs",
        "fuse.glusterfs",
    ]

    /// Whether the path is on another host, as far as this one tells. `mounts` is `/proc/self/mounts`.
    static func isNetworked(_ path: String, mounts: String) -> Bool {
        var best: (point: String, kind: String) = ("", "")
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            // A blank in a path is written as `\040`.
            let point = fields[1].replacing("\\040", with: " ")
            let isAbove = path == point || path.hasPrefix(point.hasSuffix("/") ? point : point + "/")
            // What was mounted last on a point hides what was there before.
            if isAbove, point.count >= best.point.count { best = (String(point), String(fields[2])) }
        }
        return networked.contains(best.kind)
    }

    /// Empty where the system has no such list.
    static func mounts() -> String {
        guard let file = fopen("/proc/self/mounts", "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
    }

    /// The path without links and dots; as it is where it can't be followed.
    static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
