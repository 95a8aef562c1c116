internal import NorthflankAPI
internal import PrivateFile

/// A file that holds an API token and nothing else.
struct TokenFile {
    var path: String

    /// Tokens are a few hundred bytes.
    private static let largest = 16 * 1024

    func token() throws(Complaint) -> APIToken {
        let bytes: [UInt8]
        do throws(PrivateFile.Refusal) {
            bytes = try PrivateFile(path: path, limit: Self.largest).contents()
        } catch {
            throw refusal("\(error)")
        }
        do throws(APIToken.Invalid) {
            return try APIToken(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw refusal("\(error)")
        }
    }

    private func refusal(_ reason: String) -> Complaint { .usage("token file \(path): \(reason)") }
}
