import Foundation
import Northflank
import Testing

@testable import Store

struct EncodingTests {
    private func roundTrip<Value: Compact & Equatable>(_ value: Value) -> Value? {
        Encoding.value(Value.self, from: Encoding.bytes(of: value))
    }

    @Test func everyFeedComesBackAsItWas() {
        for (feed, content) in Samples.contents {
            #expect(roundTrip(feed) == feed)
            #expect(roundTrip(content) == content)
        }
    }

    /// A field that the samples leave empty would come back empty even if it were forgotten.
    @Test func theSamplesFillEveryField() {
        let samples: [Any] = [
            Samples.project, Samples.service, Samples.job, Samples.jobDetail, Samples.serviceDetail,
            Samples.addonDetail, Samples.addon, Samples.addonType,
            Samples.build, Samples.container, Samples.restore, Samples.port, Samples.schedule,
            Samples.run, Samples.backup,
        ]
        for sample in samples { expectFilled(sample) }
    }

    private func expectFilled(_ value: Any) {
        for (label, field) in Mirror(reflecting: value).children {
            let isEmpty =
                switch field {
                case let flag as Bool: !flag
                case let list as [Any]: list.isEmpty
                default: "\(field)" == "nil"
                }
            #expect(!isEmpty, "\(type(of: value)).\(label ?? "")")
        }
    }

    @Test func emptyFieldsComeBackEmpty() {
        let contents: [FeedContent] = [
            .services([Service(id: "s", name: "", kind: ServiceKind(rawValue: ""))]), .builds([Build(id: "b")]),
            .runs([JobRun(id: "r")]), .backups([Backup(id: "b", name: "b")]), .addons([Addon(id: "a", name: "a")]),
            .projects([]),
        ]
        for content in contents { #expect(roundTrip(content) == content) }
    }

    @Test func everyErrorComesBackAsItWas() {
        for error in Samples.errors { #expect(roundTrip(error) == error) }
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, Int.max, Int.min]) func wholeNumbersComeBack(number: Int) {
        #expect(roundTrip(number) == number)
    }

    @Test func whatIsCutShortIsNotTaken() {
        for (_, content) in Samples.contents {
            let bytes = Encoding.bytes(of: content)
            for length in bytes.indices {
                #expect(Encoding.value(FeedContent.self, from: Array(bytes.prefix(length))) == nil)
            }
            #expect(Encoding.value(FeedContent.self, from: bytes + [0]) == nil)
        }
    }

    /// Whatever the bytes, decoding ends, within them.
    @Test func damagedBytesDoNoHarm() {
        var random = SystemRandomNumberGenerator()
        for (_, content) in Samples.contents {
            for _ in 0..<500 {
                var bytes = Encoding.bytes(of: content)
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: .min ... .max, using: &random)
                _ = Encoding.value(FeedContent.self, from: bytes)
            }
        }
    }
}
