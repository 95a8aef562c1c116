internal import Northflank

// What is told of things that run.

extension Container: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            name: try reader.read(), status: try reader.read(String?.self).map { ContainerStatus($0) },
            createdAt: try reader.read(), updatedAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(status?.rawValue)
        writer.write(createdAt)
        writer.write(updatedAt)
    }
}

extension BackupSchedule: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.read(), method: try reader.read(), interval: try reader.read(), minutes: try reader.read(),
            hours: try reader.read(), days: try reader.read(), createdAt: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(method)
        writer.write(interval)
        writer.write(minutes)
        writer.write(hours)
        writer.write(days)
        writer.write(createdAt)
    }
}

extension Metrics: Compact {
    /// One kind of measurement beside its name.
    private struct Entry: Compact {
        var kind: String
        var metric: Metric

        init(_ kind: Metric.Kind, _ metric: Metric) { (self.kind, self.metric) = (kind.rawValue, metric) }

        init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
            kind = try reader.read()
            metric = try reader.read()
        }

        func write(to writer: inout ByteWriter) {
            writer.write(kind)
            writer.write(metric)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let entries = try reader.read([Entry].self)
        self.init(
            byKind: Dictionary(entries.map { (Metric.Kind(rawValue: $0.kind), $0.metric) }) { first, _ in first })
    }

    func write(to writer: inout ByteWriter) {
        writer.write(byKind.sorted { $0.key.rawValue < $1.key.rawValue }.map { Entry($0.key, $0.value) })
    }
}

extension Metric: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(unit: try reader.read(), series: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(unit)
        writer.write(series)
    }
}

extension Metric.Series: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(container: try reader.read(), volume: try reader.read(), points: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(container)
        writer.write(volume)
        writer.write(points)
    }
}

extension Metric.Point: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(value: try reader.read(), at: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(value)
        writer.write(at)
    }
}
