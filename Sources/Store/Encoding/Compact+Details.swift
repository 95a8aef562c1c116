internal import Northflank

// What a resource fetched by its id tells beyond its list.

extension JobDetail: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(job: try reader.read(), createdAt: try reader.read(), schedule: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(job)
        writer.write(createdAt)
        writer.write(schedule)
    }
}

extension ServiceDetail: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            service: try reader.read(), createdAt: try reader.read(), paused: try reader.read(),
            repository: try reader.read(), branch: try reader.read(), plan: try reader.read(),
            deployment: try reader.read(), ports: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(service)
        writer.write(createdAt)
        writer.write(paused)
        writer.write(repository)
        writer.write(branch)
        writer.write(plan)
        writer.write(deployment)
        writer.write(ports)
    }
}

extension ServicePort: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            name: try reader.read(), number: try reader.read(), protocol: try reader.read(),
            isPublic: try reader.read(), address: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(number)
        writer.write(self.protocol)
        writer.write(isPublic)
        writer.write(address)
    }
}

extension Deployment: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(instances: try reader.read(), image: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(instances)
        writer.write(image)
    }
}

extension Deployment.Image: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0:
            self = .build(
                of: try reader.read(), branch: try reader.read(), wanted: try reader.read(),
                deployed: try reader.read())
        case 1: self = .registry(image: try reader.read())
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .build(let service, let branch, let wanted, let deployed):
            writer.write(tag: 0, service)
            writer.write(branch)
            writer.write(wanted)
            writer.write(deployed)
        case .registry(let image): writer.write(tag: 1, image)
        }
    }
}

extension AddonDetail: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            addon: try reader.read(), createdAt: try reader.read(), version: try reader.read(),
            replicas: try reader.read(), storage: try reader.read(), plan: try reader.read(),
            region: try reader.read(), hasTLS: try reader.read(), isPublic: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(addon)
        writer.write(createdAt)
        writer.write(version)
        writer.write(replicas)
        writer.write(storage)
        writer.write(plan)
        writer.write(region)
        writer.write(hasTLS)
        writer.write(isPublic)
    }
}
