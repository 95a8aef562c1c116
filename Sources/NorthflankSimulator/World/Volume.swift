import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A disk of its own.
    struct Volume: Sendable {
        let id: Northflank.Volume.ID
        let project: Northflank.Project.ID
        let name: String
        /// In MB.
        let size: Int
        let attachedTo: [Service.ID]
        let createdAt: Date
        /// Oldest first.
        var backups: [VolumeBackup] = []

        var reference: VolumeReference { VolumeReference(project: project, volume: id) }
    }

    struct VolumeBackup: Sendable {
        let id: Northflank.VolumeBackup.ID
        let name: String
        let about: String?
        let createdAt: Date
        let duration: TimeInterval

        func status(at now: Date) -> String { now >= createdAt + duration ? "completed" : "in-progress" }
    }

    mutating func backUp(_ reference: VolumeReference, name: String, about: String?) -> VolumeBackup? {
        guard let index = volumes.firstIndex(where: { $0.reference == reference }) else { return nil }
        let backup = VolumeBackup(
            id: .init("\(Names.slug(name))-\(random.hex(4))"), name: name, about: about, createdAt: now,
            duration: random.seconds(20...60))
        volumes[index].backups.append(backup)
        return backup
    }
}
