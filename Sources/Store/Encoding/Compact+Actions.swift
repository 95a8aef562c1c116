internal import Northflank

/// As far as it takes to find out what became of it. What else a request says is not kept: arguments of a build, the
/// environment of a run or of what is created, and how a container is started may be secrets.
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
        case 5: self = .restore(try reader.read())
        case 6: self = .create(try reader.read())
        case 7: self = .abort(try reader.read())
        case 8: self = .deploy(try reader.read(), try reader.read())
        case 9: self = .restart(try reader.read())
        case 10: self = .pause(try reader.read())
        case 11: self = .resume(try reader.read())
        case 12: self = .scale(try reader.read())
        case 13: self = .suspend(try reader.read())
        case 14: self = .unsuspend(try reader.read())
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
        case .runJob(let job, _): writer.write(tag: 2, job)
        case .backUp(let addon, let request):
            writer.write(tag: 3, addon)
            writer.write(request.name)
            writer.write(request.method.rawValue)
        case .restore(let backup): writer.write(tag: 5, backup)
        case .create(let creation): writer.write(tag: 6, creation)
        case .abort(let ongoing): writer.write(tag: 7, ongoing)
        case .deploy(let service, let request):
            writer.write(tag: 8, service)
            writer.write(request)
        case .restart(let workload): writer.write(tag: 9, workload)
        case .pause(let workload): writer.write(tag: 10, workload)
        case .resume(let workload): writer.write(tag: 11, workload)
        case .scale(let scaling): writer.write(tag: 12, scaling)
        case .suspend(let job): writer.write(tag: 13, job)
        case .unsuspend(let job): writer.write(tag: 14, job)
        }
    }
}

extension Creation: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        guard let kind = Kind(rawValue: try reader.read()) else { throw ByteReader.Malformed() }
        let project: Project.ID? = try reader.read()
        let name: String? = try reader.read()
        self.init(kind, in: project, ["name": name.map(JSONValue.string)])
    }

    func write(to writer: inout ByteWriter) {
        writer.write(kind.rawValue)
        writer.write(project)
        writer.write(name)
    }
}

extension Ongoing: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .build(BuildReference(service: try reader.read(), build: try reader.read()))
        case 1: self = .run(RunReference(job: try reader.read(), run: try reader.read()))
        case 2: self = .backup(try reader.read())
        case 3: self = .restore(try reader.read(), of: try reader.read())
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .build(let build):
            writer.write(tag: 0, build.service)
            writer.write(build.build)
        case .run(let run):
            writer.write(tag: 1, run.job)
            writer.write(run.run)
        case .backup(let backup): writer.write(tag: 2, backup)
        case .restore(let restore, let backup):
            writer.write(tag: 3, restore)
            writer.write(backup)
        }
    }
}

extension Workload: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .service(try reader.read())
        case 1: self = .addon(try reader.read())
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .service(let service): writer.write(tag: 0, service)
        case .addon(let addon): writer.write(tag: 1, addon)
        }
    }
}

extension Scaling: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0:
            self = .service(
                try reader.read(), ServiceScaleRequest(instances: try reader.read(), plan: try reader.read()))
        case 1:
            self = .addon(
                try reader.read(),
                AddonScaleRequest(plan: try reader.read(), storage: try reader.read(), replicas: try reader.read()))
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .service(let service, let request):
            writer.write(tag: 0, service)
            writer.write(request.instances)
            writer.write(request.plan)
        case .addon(let addon, let request):
            writer.write(tag: 1, addon)
            writer.write(request.plan)
            writer.write(request.storage)
            writer.write(request.replicas)
        }
    }
}

extension DeployRequest: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0:
            let (service, branch): (Service.ID, String) = (try reader.read(), try reader.read())
            let sha: String? = try reader.read()
            self = .image(.build(of: service, branch: branch, sha.map { .sha($0) } ?? .latest), nil)
        case 1: self = .image(.registry(image: try reader.read(), credentials: nil), nil)
        case 2: self = .runtime(.docker(.standard))
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .image(.build(let service, let branch, let commit), _):
            writer.write(tag: 0, service)
            writer.write(branch)
            if case .sha(let sha) = commit { writer.write(Optional(sha)) } else { writer.write(String?.none) }
        case .image(.registry(let image, _), _): writer.write(tag: 1, image)
        case .runtime: writer.write(byte: 2)
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
