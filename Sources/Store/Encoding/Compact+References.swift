internal import Northflank

extension ServiceReference: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(project: try reader.read(), service: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(project)
        writer.write(service)
    }
}

extension JobReference: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(project: try reader.read(), job: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(project)
        writer.write(job)
    }
}

extension AddonReference: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(project: try reader.read(), addon: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(project)
        writer.write(addon)
    }
}

extension BackupReference: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(addon: try reader.read(), backup: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(addon)
        writer.write(backup)
    }
}

extension Feed: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .projects
        case 1: self = .services(try reader.read())
        case 2: self = .jobs(try reader.read())
        case 3: self = .addons(try reader.read())
        case 4: self = .builds(try reader.read())
        case 5: self = .runs(try reader.read())
        case 6: self = .backups(try reader.read())
        case 7: self = .addonTypes
        case 8: self = .job(try reader.read())
        case 9: self = .service(try reader.read())
        case 10: self = .addon(try reader.read())
        case 11: self = .containers(try reader.read())
        case 12: self = .serviceMetrics(try reader.read())
        case 13: self = .addonMetrics(try reader.read())
        case 14: self = .restores(try reader.read())
        case 15: self = .schedules(try reader.read())
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .projects: writer.write(byte: 0)
        case .services(let project): writer.write(tag: 1, project)
        case .jobs(let project): writer.write(tag: 2, project)
        case .addons(let project): writer.write(tag: 3, project)
        case .builds(let service): writer.write(tag: 4, service)
        case .runs(let job): writer.write(tag: 5, job)
        case .backups(let addon): writer.write(tag: 6, addon)
        case .addonTypes: writer.write(byte: 7)
        case .job(let job): writer.write(tag: 8, job)
        case .service(let service): writer.write(tag: 9, service)
        case .addon(let addon): writer.write(tag: 10, addon)
        case .containers(let service): writer.write(tag: 11, service)
        case .serviceMetrics(let service): writer.write(tag: 12, service)
        case .addonMetrics(let addon): writer.write(tag: 13, addon)
        case .restores(let addon): writer.write(tag: 14, addon)
        case .schedules(let addon): writer.write(tag: 15, addon)
        }
    }
}

extension FeedContent: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .projects(try reader.read())
        case 1: self = .services(try reader.read())
        case 2: self = .jobs(try reader.read())
        case 3: self = .addons(try reader.read())
        case 4: self = .builds(try reader.read())
        case 5: self = .runs(try reader.read())
        case 6: self = .backups(try reader.read())
        case 7: self = .addonTypes(try reader.read())
        case 8: self = .job(try reader.read())
        case 9: self = .service(try reader.read())
        case 10: self = .addon(try reader.read())
        case 11: self = .containers(try reader.read())
        case 12: self = .metrics(try reader.read())
        case 13: self = .restores(try reader.read())
        case 14: self = .schedules(try reader.read())
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .projects(let list): writer.write(tag: 0, list)
        case .services(let list): writer.write(tag: 1, list)
        case .jobs(let list): writer.write(tag: 2, list)
        case .addons(let list): writer.write(tag: 3, list)
        case .builds(let list): writer.write(tag: 4, list)
        case .runs(let list): writer.write(tag: 5, list)
        case .backups(let list): writer.write(tag: 6, list)
        case .addonTypes(let list): writer.write(tag: 7, list)
        case .job(let job): writer.write(tag: 8, job)
        case .service(let service): writer.write(tag: 9, service)
        case .addon(let addon): writer.write(tag: 10, addon)
        case .containers(let list): writer.write(tag: 11, list)
        case .metrics(let metrics): writer.write(tag: 12, metrics)
        case .restores(let list): writer.write(tag: 13, list)
        case .schedules(let list): writer.write(tag: 14, list)
        }
    }
}

extension ByteWriter {
    mutating func write(tag: UInt8, _ value: some Compact) {
        write(byte: tag)
        write(value)
    }
}
