import Foundation
import Northflank
import Store

// How long it takes to have what was known at the last start: `store-bench`.
//
// `store-bench DIRECTORY SERVICES URL` fills a state directory for the token in NORTHFLANK_API_TOKEN instead, so that
// the program's first frame can be measured on it.

let arguments = CommandLine.arguments.dropFirst()
if arguments.count == 3, let services = Int(arguments[2]) {
    try await fill(StateDirectory(path: arguments[1]), services: services, url: arguments[3])
} else {
    for services in [1_000, 20_000] { try await compare(services: services) }
}

func fill(_ directory: StateDirectory, services: Int, url: String) async throws {
    let token = ProcessInfo.processInfo.environment["NORTHFLANK_API_TOKEN"] ?? ""
    let stored = try StateDatabase.open(directory).database
        .account(Place(address: url), token: Array(token.utf8))
    try await stored.remember(SampleAccount(services: services, now: Date().addingTimeInterval(-3_600)).feeds)
}

func compare(services: Int) async throws {
    let path = NSTemporaryDirectory() + "northwatch-bench-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sample = SampleAccount(services: services, now: Date())
    try await fill(StateDirectory(path: path), services: services, url: "bench")
    let reading = try best(of: 5) {
        _ = try StateDatabase.open(StateDirectory(path: path)).database
            .account(Place(address: "bench"), token: []).recall()
    }
    let decoder = JSONDecoder()
    let decoding = try best(of: 3) { for list in sample.json { _ = try decoder.decode([Service].self, from: list) } }
    print(
        "\(services) services: opened and read in \(milliseconds(reading)), of JSON decoded in \(milliseconds(decoding))"
    )
}

/// The shortest of some runs, since a busy machine is nobody's fault.
func best(of count: Int, _ body: () throws -> Void) rethrows -> Duration {
    try (0..<count).map { _ in try ContinuousClock().measure(body) }.min() ?? .zero
}

func milliseconds(_ duration: Duration) -> String {
    "\(((duration / .milliseconds(1)) * 10).rounded() / 10) ms"
}
