internal import ArgumentParser
internal import Yams

@main
struct Northwatch: AsyncParsableCommand {
    func run() async throws { print("hello") }
}
