#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A disk of its own, which services and jobs attach.
public struct Volume: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Volume>

    public var id: ID
    public var name: String
    /// In the API's own free text.
    public var status: String?
    /// In MB.
    public var size: Int?
    /// The ids of the services and jobs that have it.
    public var attachedTo: [String]
    public var createdAt: Date?

    public init(
        id: ID, name: String, status: String? = nil, size: Int? = nil, attachedTo: [String] = [],
        createdAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.size = size
        self.attachedTo = attachedTo
        self.createdAt = createdAt
    }
}

extension Volume: Decodable {
    private enum Keys: String, CodingKey { case id, name, status, spec, attachedObjects, createdAt }
    private struct Attached: Decodable, Sendable { var id: String }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name) ?? id.rawValue
        status = fields.optional(.status)
        size = fields.optional(.spec, DiskSpec.self)?.size
        attachedTo = fields.optional(.attachedObjects, TolerantList<Attached>.self)?.items.map(\.id) ?? []
        createdAt = fields.time(.createdAt)
    }
}

/// One backup of a volume.
public struct VolumeBackup: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<VolumeBackup>

    public var id: ID
    public var name: String
    /// In the API's own free text.
    public var status: String?
    /// In MB.
    public var size: Int?
    public var createdAt: Date?

    public init(id: ID, name: String, status: String? = nil, size: Int? = nil, createdAt: Date? = nil) {
        self.id = id
        self.name = name
        self.status = status
        self.size = size
        self.createdAt = createdAt
    }
}

extension VolumeBackup: Decodable {
    private enum Keys: String, CodingKey { case id, name, status, spec, createdAt }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name) ?? id.rawValue
        status = fields.optional(.status)
        size = fields.optional(.spec, DiskSpec.self)?.size
        createdAt = fields.time(.createdAt)
    }
}

private struct DiskSpec: Decodable {
    enum Keys: String, CodingKey { case storageSize }
    var size: Int?

    init(from decoder: any Decoder) throws { size = try TolerantFields(decoder, Keys.self).integer(.storageSize) }
}
