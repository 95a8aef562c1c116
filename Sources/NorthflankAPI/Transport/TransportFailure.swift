internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import Northflank

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why an exchange brought no answer, and whether the request may have reached the server.
struct TransportFailure: Error, Hashable {
    enum Kind: Hashable {
        case unreachable(APIError.Reason)
        /// What came isn't HTTP.
        case notHTTP
        case tooLarge(limit: Int)
        case cancelled
    }

    var kind: Kind
    var mayHaveArrived: Bool

    init(error kind: Kind, mayHaveArrived: Bool) {
        self.kind = kind
        self.mayHaveArrived = mayHaveArrived
    }

    init(_ reason: APIError.Reason, mayHaveArrived: Bool) {
        self.init(error: .unreachable(reason), mayHaveArrived: mayHaveArrived)
    }

    /// `sent` is nil where there was no body to tell by; then the kind of error does.
    init(explaining error: any Error, host: String, sent: Bool?) {
        let (kind, beforeSending) = Self.explain(error, host: host)
        self.init(error: kind, mayHaveArrived: !beforeSending && (sent ?? true))
    }

    func apiError(status: Int, path: String) -> APIError {
        switch kind {
        case .unreachable(let reason): .unreachable(reason, mayHaveArrived: mayHaveArrived)
        case .notHTTP: .unexpected(status: status, path: path, detail: "expected HTTP, found something else")
        case .tooLarge(let limit):
            .unexpected(status: status, path: path, detail: "expected at most \(limit) bytes, found more")
        case .cancelled: .cancelled
        }
    }

    private static func explain(_ error: any Error, host: String) -> (Kind, beforeSending: Bool) {
        switch error {
        case is CancellationError: (.cancelled, false)
        case let error as HTTPClientError: explain(error)
        case let error as NIOConnectionError: (.unreachable(explain(error, host: host)), true)
        case ChannelError.connectTimeout: (.unreachable(.timeout), true)
        case let error as IOError: (.unreachable(explain(error)), false)
        case let error as NIOSSLError: explain(error)
        case let error as NIOSSLExtraError: (.unreachable(.tls(explainTLS(error))), true)
        case let error as BoringSSLError: (.unreachable(.tls(explainTLS(error))), false)
        case HTTPParserError.invalidEOFState, HTTPParserError.closedConnection: (.brokenOff, false)
        case is HTTPParserError: (.notHTTP, false)
        default: (.brokenOff, false)
        }
    }

    private static func explain(_ error: HTTPClientError) -> (Kind, beforeSending: Bool) {
        switch error {
        case .cancelled, .alreadyShutdown, .requestStreamCancelled: (.cancelled, false)
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: (.unreachable(.timeout), true)
        case .readTimeout, .writeTimeout, .deadlineExceeded: (.unreachable(.timeout), false)
        case .remoteConnectionClosed: (.brokenOff, false)
        // Never `description`: for some errors it repeats header values, and so the token.
        default: (.unreachable(.connection(error.shortDescription)), false)
        }
    }

    private static func explain(_ error: NIOConnectionError, host: String) -> APIError.Reason {
        guard let last = error.connectionErrors.last else { return .dns(host: host) }
        return switch last.error {
        case ChannelError.connectTimeout: .timeout
        case let failure as IOError: explain(failure)
        default: .connection("no way to \(host)")
        }
    }

    private static func explain(_ error: IOError) -> APIError.Reason {
        switch error.errnoCode {
        case ECONNREFUSED: .connection("refused")
        case ECONNRESET, EPIPE: .connection("reset")
        case ETIMEDOUT: .timeout
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL: .connection("no way to the host")
        default: .connection("error \(error.errnoCode)")
        }
    }

    private static func explain(_ error: NIOSSLError) -> (Kind, beforeSending: Bool) {
        switch error {
        case .uncleanShutdown: (.brokenOff, false)
        case .handshakeFailed, .unableToValidateCertificate, .noCertificateToValidate, .cannotMatchULabel,
            .cannotFindPeerIP:
            (.unreachable(.tls(explainTLS(error))), true)
        default: (.unreachable(.tls(explainTLS(error))), false)
        }
    }

    /// BoringSSL's own names, found in its error stack.
    private static func explainTLS(_ error: any Error) -> String {
        let text = "\(error)"
        let known = [
            ("CERTIFICATE_VERIFY_FAILED", "the certificate is not trusted: expired, self-signed or of another issuer"),
            ("WRONG_VERSION_NUMBER", "the other side does not speak TLS"),
            ("failedToValidateHostname", "the certificate is for another host"),
            ("unableToValidateCertificate", "the certificate is for another host"),
            ("UNSUPPORTED_PROTOCOL", "no common version of TLS"),
            ("HANDSHAKE_FAILURE", "no common way of encryption"),
        ]
        return known.first { text.contains($0.0) }?.1 ?? "the handshake failed"
    }
}

extension TransportFailure.Kind {
    static let brokenOff = Self.unreachable(.connection("closed before the answer was whole"))
}
