import NIOSSL

/// A certificate for `localhost` that signed itself, as a broken proxy would show it, good for a hundred years. Its
/// key guards nothing.
enum SelfSigned {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
        c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
        CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMx9UAFbzs4Ap58K
        z8taXaVfO8eAVYlTHCJljeRUyGDpXBryvE1QfpDs34QSJtIUiVpfA+ZnCG5hqaee
        osSC2OmjTjBMMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0
        hwR/AAABMB0GA1UdDgQWBBS8hfcZhsOxVFYr1dzyQUiC5A6wszAKBggqhkjOPQQD
        AgNIADBFAiA9DCg0E6jU+D6gx1n8sTyen10zBW/nmViR/osM0NoguAIhAOvarIE6
        X5qDjUJOOZ1Qso2yVADdxxW0UFmgLkfk+IbK
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7rRevItl5HgGG3xQ
        A6o7O/+6rXp5ImazA23TYb9pBaOhRANCAATMfVABW87OAKefCs/LWl2lXzvHgFWJ
        UxwiZY3kVMhg6Vwa8rxNUH6Q7N+EEibSFIlaXwPmZwhuYamnnqLEgtjp
        -----END PRIVATE KEY-----
        """

    static func serverContext() throws -> NIOSSLContext {
        let certificate = try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
    }

    /// A client's trust in exactly this certificate.
    static func trust() throws -> TLSConfiguration {
        var trust = TLSConfiguration.makeClientConfiguration()
        trust.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)])
        return trust
    }
}
