internal import Northflank

extension Action: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .startBuild(try reader.read(), .latest)
        case 1: self = .startBuild(try reader.read(), .branch(try reader.read()))
        case 2: self = .runJob(try reader.read())
        case 3:
            let addon: AddonReference = try reader.read()
            let name: String = try reader.read()
            guard let method = BackupRequest.Method(rawValue: try reader.read()) else { throw ByteReader.Malformed() }
            self = .backUp(addon, BackupRequest(name: name, method: method))
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .startBuild(let service, .latest): writer.write(tag: 0, service)
        case .startBuild(let service, .branch(let branch)):
            writer.write(tag: 1, service)
            writer.write(branch)
        case .runJob(let job): writer.write(tag: 2, job)
        case .backUp(let addon, let request):
            writer.write(tag: 3, addon)
            writer.write(request.name)
            writer.write(request.method.rawValue)
        }
    }
}

/// One feed of an interest.
struct Wanted: Compact, Hashable {
    var feed: Feed
    var attention: Attention

    init(feed: Feed, attention: Attention) {
        self.feed = feed
        self.attention = attention
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        feed = try reader.read()
        guard let attention = Attention(rawValue: try reader.read()) else { throw ByteReader.Malformed() }
        self.attention = attention
    }

    func write(to writer: inout ByteWriter) {
        writer.write(feed)
        writer.write(attention.rawValue)
    }
}
