import Foundation
import Northflank

@testable import Store

/// A state directory that goes with the test.
final class TemporaryState {
    let directory: StateDirectory

    init() {
        directory = StateDirectory(
            path: FileManager.default.temporaryDirectory.path + "/northwatch-test-\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(atPath: directory.path) }

    func open() throws -> StateDatabase { try StateDatabase.open(directory).database }

    func account(_ token: String = "a-token", team: String? = nil) throws -> StoredAccount {
        try open().account(Place(address: "https://api.northflank.com/v1", team: team), token: Array(token.utf8))
    }

    /// The permissions of a file or, with an empty name, of the directory.
    func mode(_ name: String) throws -> Int {
        let path = name.isEmpty ? directory.path : "\(directory.path)/\(name)"
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }

    /// All bytes of all its files.
    func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
            .reduce(into: Data()) { $0 += try Data(contentsOf: URL(fileURLWithPath: "\(directory.path)/\($1)")) }
    }
}
