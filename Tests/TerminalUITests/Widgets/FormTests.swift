import TestSupport
import Testing

@testable import TerminalUI

@Suite struct FormTests {
    private func form() -> Form {
        Form([
            .text("name", "Name", note: "3 to 39 characters"),
            .choice("region", "Region", [.init("eu", "Europe"), .init("us", "US East"), .init("asia", "Asia")], "us"),
            .text("plan", "Plan", suggestions: ["small", "large"]),
        ])
    }

    private func press(_ form: inout Form, _ keys: Key...) {
        for key in keys {
            let isTaken = form.handle(key)
            #expect(isTaken)
        }
    }

    private func type(_ form: inout Form, _ text: String) {
        for character in text { press(&form, Key(character)) }
    }

    @Test func lettersGoIntoTheFocusedFieldAndArrowsMoveAround() {
        var form = form()
        type(&form, " Shop ")
        #expect(form.value("name") == "Shop")
        press(&form, Key(.up))
        #expect(form.focus == 2)
        press(&form, Key(.down), Key(.down))
        #expect(form.focus == 1)
    }

    @Test func aChoiceTakesArrowsTheSpaceBarAndFirstLetters() {
        var form = form()
        press(&form, Key(.tab))
        #expect(form.value("region") == "us")
        press(&form, Key(.right))
        #expect(form.value("region") == "asia")
        press(&form, Key(.right), Key(.left), Key(.left), Key(" "))
        #expect(form.value("region") == "asia")
        press(&form, Key("e"))
        #expect(form.value("region") == "eu")
        let isTaken = form.handle(Key("x"))
        #expect(!isTaken)
    }

    @Test func tabWalksThroughSuggestionsAndElseOn() {
        var form = form()
        press(&form, Key(.tab), Key(.tab), Key(.tab))
        #expect(form.value("plan") == "small")
        press(&form, Key(.tab))
        #expect(form.value("plan") == "large")
        press(&form, Key(.tab, .shift))
        #expect(form.value("plan") == "small")
        type(&form, "er")
        #expect(form.value("plan") == "smaller")
    }

    @Test func enterAndEscapeAreItsOwners() {
        var form = form()
        for key in [Key(.enter), Key(.escape)] {
            let isTaken = form.handle(key)
            #expect(!isTaken)
        }
    }

    @Test func otherFieldsKeepWhatWasFilledIn() {
        var form = form()
        type(&form, "Shop")
        press(&form, Key(.down))
        form.replace([
            .choice("region", "Region", [.init("eu"), .init("mars")], "mars"), .text("name", "Name"),
        ])
        #expect(form.value("name") == "Shop")
        #expect(form.value("region") == "mars")
        #expect(form.focus == 0)
    }

    @Test func whatIsWrongIsShownOnceItWasTouched() {
        var form = form()
        form.fields[0].problem = "is required"
        #expect(!picture(form).contains("is required"))
        type(&form, "a")
        #expect(picture(form).contains("Name is required"))
    }

    private func picture(_ form: Form) -> String {
        var canvas = Canvas(
            size: Size(columns: 40, rows: form.height), theme: Theme(name: "plain", styles: [:]), symbols: .unicode)
        form.draw(on: &canvas, in: canvas.grid.bounds)
        return canvas.grid.lines.joined(separator: "\n")
    }

    @Test func whatIsTooLongForItsFieldIsCutInTheMiddleWhileAnotherIsFilledIn() {
        let repository = "https://github.com/northflank-examples/node-express-example"
        let form = Form([.text("name", "Name"), .text("url", "Repository", repository)])
        #expect(picture(form).contains("https://githu…ress-example"))
    }

    @Test func itIsDrawnWithLabelsAndANote() {
        expectPicture(
            {
                var canvas = Canvas(
                    size: Size(columns: 40, rows: form().height), theme: Theme(name: "plain", styles: [:]),
                    symbols: .unicode)
                form().draw(on: &canvas, in: canvas.grid.bounds)
                return canvas.grid
            }(), named: "form")
    }
}
