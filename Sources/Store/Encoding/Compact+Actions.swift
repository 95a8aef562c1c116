internal import Northflank

/// As far as it takes to find out what became of it. What else a request says is not kept: the arguments of a build may
/// be secrets.
extension Action: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .startBuild(try reader.read(), BuildRequest())
        case 1: self = .startBuild(try reader.read(), BuildRequest(.branch(try reader.read())))
        case 4: self = .startBuild(try reader.read(), BuildRequest(.pullRequest(try reader.read())))
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
        case .startBuild(let service, let request):
            switch request.source {
            case .linked: writer.write(tag: 0, service)
            case .branch(let branch):
                writer.write(tag: 1, service)
                writer.write(branch)
            case .pullRequest(let number):
                writer.write(tag: 4, service)
                writer.write(number)
            }
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
