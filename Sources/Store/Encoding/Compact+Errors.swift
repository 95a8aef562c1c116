internal import Northflank

extension APIError: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .unreachable(try reader.read(), mayHaveArrived: try reader.read())
        case 1: self = .unauthorized(try reader.read())
        case 2: self = .forbidden(try reader.read(), permission: try reader.read())
        case 3: self = .notFound(try reader.read())
        case 4: self = .conflict(try reader.read())
        case 5: self = .invalid(try reader.read())
        case 6:
            let problem: Problem = try reader.read()
            let seconds = try reader.read(Double.self)
            // A duration of anything else is a trap.
            guard (0...1e9).contains(seconds) else { throw ByteReader.Malformed() }
            self = .rateLimited(problem, retryAfter: .seconds(seconds))
        case 7: self = .server(try reader.read())
        case 8:
            self = .unexpected(status: try reader.read(), path: try reader.read(), detail: try reader.read())
        case 9: self = .cancelled
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .unreachable(let reason, let mayHaveArrived):
            writer.write(tag: 0, reason)
            writer.write(mayHaveArrived)
        case .unauthorized(let problem): writer.write(tag: 1, problem)
        case .forbidden(let problem, let permission):
            writer.write(tag: 2, problem)
            writer.write(permission)
        case .notFound(let problem): writer.write(tag: 3, problem)
        case .conflict(let problem): writer.write(tag: 4, problem)
        case .invalid(let problem): writer.write(tag: 5, problem)
        case .rateLimited(let problem, let wait):
            writer.write(tag: 6, problem)
            writer.write(wait / .seconds(1))
        case .server(let problem): writer.write(tag: 7, problem)
        case .unexpected(let status, let path, let detail):
            writer.write(tag: 8, status)
            writer.write(path)
            writer.write(detail)
        case .cancelled: writer.write(byte: 9)
        }
    }
}

extension APIError.Reason: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.byte() {
        case 0: self = .dns(host: try reader.read())
        case 1: self = .connection(try reader.read())
        case 2: self = .tls(try reader.read())
        case 3: self = .timeout
        default: throw ByteReader.Malformed()
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .dns(let host): writer.write(tag: 0, host)
        case .connection(let detail): writer.write(tag: 1, detail)
        case .tls(let detail): writer.write(tag: 2, detail)
        case .timeout: writer.write(byte: 3)
        }
    }
}

extension APIError.Problem: Compact {
    /// The details, whose shape nobody promises, as the one line that is shown of them.
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            status: try reader.read(), message: try reader.read(), id: try reader.read(),
            details: try reader.read(String?.self).map { .string($0) })
    }

    func write(to writer: inout ByteWriter) {
        writer.write(status)
        writer.write(message)
        writer.write(id)
        writer.write(details?.description)
    }
}
