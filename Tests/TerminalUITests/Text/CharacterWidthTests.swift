import Testing

@testable import TerminalUI

struct CharacterWidthTests {
    @Test func lettersTakeOneColumn() {
        #expect(CharacterWidth.columns("Hello") == 5)
        #expect(CharacterWidth.columns("Grüße") == 5)
        #expect(CharacterWidth.columns("Привет") == 6)
        #expect(CharacterWidth.columns("שלום") == 4)
    }

    @Test func eastAsianScalarsAndEmojiTakeTwo() {
        #expect(CharacterWidth.columns("日本語") == 6)
        #expect(CharacterWidth.columns("한글") == 4)
        #expect(CharacterWidth.columns("Ａ") == 2)
        #expect(CharacterWidth.columns("🚀") == 2)
    }

    @Test func combiningMarksTakeNone() {
        #expect(CharacterWidth.columns("e\u{301}") == 1)
        #expect(CharacterWidth.isCombining("\u{301}"))
        #expect(!CharacterWidth.isCombining("e"))
        // A Korean syllable written as its three letters takes the columns of the first.
        #expect(CharacterWidth.columns("\u{1112}\u{1161}\u{11AB}") == 2)
    }

    @Test(
        arguments: [
            0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0xAD, 0x61C, 0x200B, 0x200D, 0x200E, 0x202A, 0x202E, 0x2028,
            0x2066, 0x2069, 0x20E3, 0xFE0F, 0xFEFF, 0xE000, 0xFFFF, 0x1F3FD, 0xE0001, 0xE007F, 0xE0100, 0x10FFFF,
        ] as [UInt32])
    func whatMustNotReachATerminalTakesNoneAndIsNoMark(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(CharacterWidth.columns(scalar) == 0)
        #expect(!CharacterWidth.isCombining(scalar))
    }

    @Test func flagsAndEmojiSequencesTakeTheColumnsOfWhatIsShown() {
        #expect(CharacterWidth.columns("🇩🇪") == 2)
        #expect(CharacterWidth.columns("❤️") == 1)
        #expect(CharacterWidth.columns("1️⃣") == 1)
        #expect(CharacterWidth.columns("👍🏽") == 2)
        #expect(CharacterWidth.columns("👩‍💻") == 4)
    }

    @Test func theTableIsSortedAndItsNeighboursDiffer() {
        for (run, next) in zip(CharacterWidth.runs, CharacterWidth.runs.dropFirst()) {
            #expect(run >> 2 < next >> 2)
            #expect(run & 3 != next & 3)
        }
        #expect(CharacterWidth.runs.first == 0)
    }

    /// The standard library's Unicode data are a second opinion on every scalar of Unicode 14.
    @Test func theTableAgreesWithTheStandardLibrary() {
        var disagreements: [Unicode.Scalar] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            if let age = properties.age, age.major > 14 { continue }
            let columns = CharacterWidth.columns(scalar)
            let fits =
                switch properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
                    .nonspacingMark, .enclosingMark:
                    columns == 0
                default:
                    columns > 0 || properties.isEmojiModifier || (0x1160...0x11FF).contains(value)
                        || (0xD7B0...0xD7FB).contains(value)
                }
            // Unicode 15 made AHOM VOWEL SIGN AA a mark.
            if value == 0x1171E { continue }
            let emojiFits = !properties.isEmojiPresentation || columns == 2 || properties.isEmojiModifier
            if !fits || !emojiFits && !(0x1F1E6...0x1F1FF).contains(value) { disagreements.append(scalar) }
        }
        #expect(disagreements == [])
    }
}
