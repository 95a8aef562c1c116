import Foundation
import Testing

@testable import northwatch

@Suite struct ThemeWatchTests {
    private func withFile(_ body: (URL) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString).yaml")
        try Data("name: mine\nroles: {}\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file)
    }

    @Test func aFileThatIsLeftAloneHasNotChanged() throws {
        try withFile { file in
            var watch = try #require(ThemeWatch(file.path))
            let isChanged = watch.hasChanged()
            #expect(!isChanged)
        }
    }

    @Test(arguments: [true, false]) func aSavedFileHasChangedOnce(atomically: Bool) throws {
        try withFile { file in
            var watch = try #require(ThemeWatch(file.path))
            let text = Data("name: mine\nroles: {text: {bold: true}}\n".utf8)
            try text.write(to: file, options: atomically ? .atomic : [])
            let looks = [watch.hasChanged(), watch.hasChanged()]
            #expect(looks == [true, false])
        }
    }

    @Test func aFileThatIsGoneForAMomentHasChangedOnlyWhenItIsBack() throws {
        try withFile { file in
            var watch = try #require(ThemeWatch(file.path))
            try FileManager.default.removeItem(at: file)
            let whileGone = watch.hasChanged()
            try Data("name: other\nroles: {}\n".utf8).write(to: file)
            let whenBack = watch.hasChanged()
            #expect([whileGone, whenBack] == [false, true])
        }
    }

    @Test func aBuiltInThemeIsNoFile() {
        #expect(ThemeWatch("nord") == nil)
    }
}
