import HTTPTypes
import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension HTTPField.Name {
    // Each is a valid name, so none of these is nil.
    static let rateLimit = HTTPField.Name("x-ratelimit-limit")!
    static let rateRemaining = HTTPField.Name("x-ratelimit-remaining")!
    static let rateReset = HTTPField.Name("x-ratelimit-reset")!
}

extension Response {
    init(_ json: JSON, status: HTTPResponse.Status = .ok, times clientTime: (Date) -> Date) {
        self.init(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.encoded(times: clientTime))))
    }
}
