/// A token for a simulator that lives in this process.
enum DemoToken {
    static func make() -> String {
        (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
    }
}
