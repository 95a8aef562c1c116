/// The types of addons on offer, as `GET /v1/addon-types` lists them.
enum AddonCatalogue {
    struct Entry: Sendable {
        let type: String
        let name: String
        let about: String
        /// Newest first.
        let versions: [String]
        /// Whether a backup may be a dump of the database besides a snapshot of its disk.
        let dumps: Bool
        /// Sizes of its disk in MB, smallest first.
        let storage: [Int]
        let replicas: [Int]
        var externalAccess = true
        var customDatabaseName = false

        /// `16` for `16.4`, newest first.
        var majors: [String] {
            var seen: [String] = []
            for version in versions {
                let major = String(version.prefix { $0 != "." })
                if !seen.contains(major) { seen.append(major) }
            }
            return seen
        }

        /// The smallest disk on offer that holds twice so much, all in MB.
        func storage(for data: Int) -> Int { storage.first { $0 > data * 2 } ?? storage[storage.count - 1] }

        /// The version that a request means: a full one, `16-latest` or `latest`; nil for any other.
        func version(meant text: String) -> String? {
            if text == "latest" { return versions[0] }
            guard text.hasSuffix("-latest") else { return versions.first { $0 == text } }
            let major = text.dropLast("-latest".count)
            return versions.first { $0 == major || $0.hasPrefix("\(major).") }
        }
    }

    static func entry(_ type: String) -> Entry? { all.first { $0.type == type } }

    static let all: [Entry] = [.postgresql, .mysql, .mongodb, .redis, .minio, .rabbitmq]
}

extension AddonCatalogue.Entry {
    static let postgresql = Self(
        type: "postgresql", name: "PostgreSQL", about: "An open source object-relational database.",
        versions: ["17.2", "16.6", "16.4", "15.10", "14.15"], dumps: true,
        storage: [4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144], replicas: [1, 2, 3, 5],
        customDatabaseName: true)
    static let mysql = Self(
        type: "mysql", name: "MySQL", about: "An open source relational database.",
        versions: ["8.4.3", "8.0.40"], dumps: true,
        storage: [4096, 8192, 16_384, 32_768, 65_536, 131_072], replicas: [1, 3, 5], customDatabaseName: true)
    static let mongodb = Self(
        type: "mongodb", name: "MongoDB®", about: "A document database.",
        versions: ["8.0.3", "7.0.15", "6.0.19"], dumps: true,
        storage: [4096, 8192, 16_384, 32_768, 65_536, 131_072], replicas: [1, 3, 5], customDatabaseName: true)
    static let redis = Self(
        type: "redis", name: "Redis®", about: "An in-memory store of data structures.",
        versions: ["7.4.1", "7.2.6", "6.2.16"], dumps: false,
        storage: [4096, 8192, 16_384, 32_768], replicas: [1, 2, 3])
    static let minio = Self(
        type: "minio", name: "MinIO", about: "A store of objects that speaks the S3 API.",
        versions: ["2024.11.7", "2024.5.10"], dumps: false,
        storage: [8192, 16_384, 65_536, 131_072, 262_144, 524_288], replicas: [1, 4])
    static let rabbitmq = Self(
        type: "rabbitmq", name: "RabbitMQ®", about: "A broker of messages.",
        versions: ["4.0.4", "3.13.7"], dumps: false,
        storage: [4096, 8192, 16_384], replicas: [1, 3, 5], externalAccess: false)
}
