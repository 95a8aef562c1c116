import Hummingbird
import Northflank

// From the outside to the inside, a request passes these in the order they stand here.

/// Keeps a record of each request, and draws its fault.
struct Recording: RouterMiddleware {
    let log: RequestLog
    let faults: FaultSource
    let clock: SimulatedClock

    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        var request = request
        var context = context
        let began = ContinuousClock.now
        var record = RequestRecord(
            method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "",
            headers: headers(of: request), body: "", status: nil, receivedAt: clock.now, took: .zero, fault: nil)
        context.requestID = log.nextID()
        context.fault = faults.next(method: record.method, path: record.path)
        record.fault = context.fault
        defer {
            record.took = ContinuousClock.now - began
            log.add(record)
        }
        record.body = String(buffer: try await request.collectBody(upTo: 4_194_304))
        let response = try await next(request, context)
        record.status = response.status.code
        return response
    }

    private func headers(of request: Request) -> [String: String] {
        let shown = request.headers.filter { $0.name != .authorization }
        return Dictionary(shown.map { ($0.name.canonicalName, $0.value) }) { first, second in "\(first), \(second)" }
    }
}

/// What goes wrong between the client and the API: latency, a proxy's error, a lost connection, half an answer.
struct NetworkFaults: RouterMiddleware {
    let latency: Duration

    /// Thrown where the connection is closed already, so that nothing is written to it.
    struct ConnectionClosed: Error {}

    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        if latency > .zero { try await Task.sleep(for: latency) }
        switch context.fault {
        case nil, .status: return try await next(request, context)
        case .badGateway: return badGateway
        case .closedBefore: throw await close(context)
        case .closedAfter:
            _ = try await next(request, context)
            throw await close(context)
        case .slow(let delay):
            try await Task.sleep(for: delay)
            return try await next(request, context)
        case .truncated:
            var response = try await next(request, context)
            response.body = response.body.map { $0.getSlice(at: $0.readerIndex, length: $0.readableBytes / 2) ?? $0 }
            return response
        }
    }

    private func close(_ context: SimulatorContext) async -> ConnectionClosed {
        // A client that was faster closed it itself.
        try? await context.channel.close()
        return ConnectionClosed()
    }

    private var badGateway: Response {
        let page =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body></html>"
        return Response(
            status: .badGateway, headers: [.contentType: "text/html"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}

/// Says on each answer of the API what is left of the hour's requests.
struct RateLimitHeaders: RouterMiddleware {
    let limiter: RateLimiter

    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let reading = limiter.reading
        response.headers[.rateLimit] = String(reading.limit)
        response.headers[.rateRemaining] = String(reading.remaining)
        response.headers[.rateReset] = String(reading.reset)
        return response
    }
}

/// Turns each refusal into the error envelope.
struct Envelopes: RouterMiddleware {
    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return answer(refusal, context)
        } catch let error as HTTPError where error.status == .notFound {
            return answer(.notFound("Route \(request.method) \(request.uri.path)"), context)
        } catch let error as HTTPError {
            return answer(Refusal(status: error.status.code, message: error.body ?? "Bad request"), context)
        }
    }

    private func answer(_ refusal: Refusal, _ context: SimulatorContext) -> Response {
        let json = refusal.envelope(id: context.requestID)
        return Response(json, status: HTTPResponse.Status(code: refusal.status)) { $0 }
    }
}

/// Lets in only who has the token, or any token where none is configured.
struct Authentication: RouterMiddleware {
    let token: String?

    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer "), header.count > 7 else {
            throw Refusal(status: 401, message: "No API token was given")
        }
        guard token == nil || header.dropFirst(7) == token ?? "" else {
            throw Refusal(status: 401, message: "The API token is invalid or expired")
        }
        return try await next(request, context)
    }
}

/// Takes each request from the hour's, and refuses it where they are used up.
struct Spending: RouterMiddleware {
    let limiter: RateLimiter

    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        guard limiter.spend() else { throw Refusal(status: 429, message: "The rate limit is exceeded") }
        return try await next(request, context)
    }
}

/// What goes wrong in the API itself.
struct ServerFaults: RouterMiddleware {
    func handle(
        _ request: Request, context: SimulatorContext, next: (Request, SimulatorContext) async throws -> Response
    ) async throws -> Response {
        if case .status(let code) = context.fault { throw Refusal(status: code, message: message(code)) }
        return try await next(request, context)
    }

    private func message(_ code: Int) -> String {
        switch code {
        case 401: "The API token is invalid or expired"
        case 403: "The API token's role doesn't allow this"
        case 404: "Not found"
        case 409: "The resource is not in a state for this"
        case 429: "The rate limit is exceeded"
        case 503: "The service is temporarily unavailable"
        default: "An internal error occurred"
        }
    }
}
