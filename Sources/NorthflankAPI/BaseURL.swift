#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Where the API is: `https://api.northflank.com/v1` unless told otherwise. Plain `http` is for this very machine
/// only, since the token would travel readable.
public struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    /// Why a text can't be the API's address.
    public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        case notAURL(String)
        case scheme(String)
        case plainHTTP(host: String)
        /// A user, a password, a query or a fragment in it.
        case extras

        public var description: String {
            switch self {
            // What has no scheme may be a token that got into the wrong variable.
            case .notAURL(let text):
                (text.contains("://") ? "\(text.prefix(200)) is" : "what was given is")
                    + " not a URL such as https://api.northflank.com/v1"
            case .scheme(let scheme): "the API's URL must begin with https:, not \(scheme.prefix(40)):"
            case .plainHTTP(let host):
                "plain http would send the token readable to \(host.prefix(200)); use https, or a loopback host"
            case .extras: "the API's URL must have no user, password, query or fragment"
            }
        }
    }

    /// The public API.
    public static let northflank = BaseURL(
        text: "https://api.northflank.com/v1", host: "api.northflank.com", path: "/v1")

    /// Without a slash at its end.
    let text: String
    /// Without the brackets of an IPv6 address.
    public let host: String
    /// What comes before an operation's own path: `/v1`.
    let path: String

    private init(text: String, host: String, path: String) {
        self.text = text
        self.host = host
        self.path = path
    }

    public init(_ text: String) throws(Invalid) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
            throw .notAURL(text)
        }
        guard scheme == "https" || scheme == "http" else { throw .scheme(scheme) }
        guard let encodedHost = parts.encodedHost, !encodedHost.isEmpty else { throw .notAURL(text) }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else { throw .extras }
        let host = encodedHost.hasPrefix("[") ? String(encodedHost.dropFirst().dropLast()) : encodedHost.lowercased()
        guard scheme == "https" || Self.isLoopback(host) else { throw .plainHTTP(host: host) }
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        let port = parts.port.map { ":\($0)" } ?? ""
        self.init(
            text: "\(scheme)://\(host.contains(":") ? "[\(host)]" : host)\(port)\(path)", host: host, path: path)
    }

    public var description: String { text }

    /// `localhost`, `::1` and 127.0.0.0/8 written as four numbers. `127.0.0.1.example.com` is somebody else's host.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4, octets[0] == "127" else { return false }
        return octets.allSatisfy { octet in
            (1...3).contains(octet.utf8.count) && octet.utf8.allSatisfy { (0x30...0x39).contains($0) }
                && UInt8(octet) != nil
        }
    }
}
