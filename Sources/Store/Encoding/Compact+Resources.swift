internal import Northflank

// The resources, field by field in the order of their initialisers. A test finds a field that was forgotten here.

extension Project: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(id: try reader.read(), name: try reader.read(), description: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(description)
    }
}

extension Service: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), name: try reader.read(), kind: ServiceKind(rawValue: try reader.read()),
            description: try reader.read(), tags: try reader.read(), ciDisabled: try reader.read(),
            cdDisabled: try reader.read(), build: try reader.read(), deployment: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(kind.rawValue)
        writer.write(description)
        writer.write(tags)
        writer.write(ciDisabled)
        writer.write(cdDisabled)
        writer.write(build)
        writer.write(deployment)
    }
}

extension Service.BuildState: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(status: BuildStatus(try reader.read()), changedAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(status.rawValue)
        writer.write(changedAt)
    }
}

extension Service.DeploymentState: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            status: DeploymentStatus(try reader.read()), reason: try reader.read(), changedAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(status.rawValue)
        writer.write(reason)
        writer.write(changedAt)
    }
}

extension Job: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), name: try reader.read(), kind: JobKind(rawValue: try reader.read()),
            description: try reader.read(), tags: try reader.read(), suspended: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(kind.rawValue)
        writer.write(description)
        writer.write(tags)
        writer.write(suspended)
    }
}

extension Addon: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), name: try reader.read(), description: try reader.read(), tags: try reader.read(),
            type: try reader.read(), status: try reader.read(String?.self).map { AddonStatus($0) })
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(description)
        writer.write(tags)
        writer.write(type)
        writer.write(status?.rawValue)
    }
}

extension AddonType: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            type: try reader.read(), name: try reader.read(), canDump: try reader.read(),
            description: try reader.read(), versions: try reader.read(), storage: try reader.read(),
            replicas: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(type)
        writer.write(name)
        writer.write(canDump)
        writer.write(description)
        writer.write(versions)
        writer.write(storage)
        writer.write(replicas)
    }
}

extension AddonType.Choice: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(options: try reader.read(), standard: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(options)
        writer.write(standard)
    }
}

extension Build: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), branch: try reader.read(), pullRequestID: try reader.read(),
            status: try reader.read(String?.self).map { BuildStatus($0) }, sha: try reader.read(),
            registryURI: try reader.read(), createdAt: try reader.read(), concludedAt: try reader.read(),
            concluded: try reader.read(), success: try reader.read(), message: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(branch)
        writer.write(pullRequestID)
        writer.write(status?.rawValue)
        writer.write(sha)
        writer.write(registryURI)
        writer.write(createdAt)
        writer.write(concludedAt)
        writer.write(concluded)
        writer.write(success)
        writer.write(message)
    }
}

extension JobRun: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), runName: try reader.read(),
            status: try reader.read(String?.self).map { RunStatus($0) }, startedAt: try reader.read(),
            concludedAt: try reader.read(), concluded: try reader.read(), backoffLimit: try reader.read(),
            completions: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(runName)
        writer.write(status?.rawValue)
        writer.write(startedAt)
        writer.write(concludedAt)
        writer.write(concluded)
        writer.write(backoffLimit)
        writer.write(completions)
    }
}

extension Backup: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), name: try reader.read(),
            status: try reader.read(String?.self).map { BackupStatus($0) }, createdAt: try reader.read(),
            completedAt: try reader.read(), source: try reader.read(), size: try reader.read(),
            addonVersion: try reader.read(), lastRestore: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(status?.rawValue)
        writer.write(createdAt)
        writer.write(completedAt)
        writer.write(source)
        writer.write(size)
        writer.write(addonVersion)
        writer.write(lastRestore)
    }
}

extension Backup.Restore: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            startedAt: try reader.read(), status: try reader.read(String?.self).map { BackupStatus($0) },
            completedAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(startedAt)
        writer.write(status?.rawValue)
        writer.write(completedAt)
    }
}

extension Restore: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), backup: try reader.read(),
            status: try reader.read(String?.self).map { BackupStatus($0) }, startedAt: try reader.read(),
            completedAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(backup)
        writer.write(status?.rawValue)
        writer.write(startedAt)
        writer.write(completedAt)
    }
}
