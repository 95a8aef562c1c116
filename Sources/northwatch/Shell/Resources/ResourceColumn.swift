internal import Dashboard
internal import Northflank
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a table shows of each item: a heading, and where in the item it stands.
struct ResourceColumn {
    enum Look {
        case text, age, commit
        /// A word of the API, in the colour of what it means.
        case status(@Sendable (String) -> Health)
    }

    var title: String
    /// Names with dots between them: `status.build.status`
    var path: String
    var look = Look.text

    static let name = ResourceColumn(title: "NAME", path: "name")
    static let id = ResourceColumn(title: "ID", path: "id")

    static func text(_ title: String, _ path: String) -> Self { Self(title: title, path: path) }
    /// How long ago it was.
    static func age(_ title: String, _ path: String) -> Self { Self(title: title, path: path, look: .age) }
    static func status<Word: StatusWord>(
        _ word: Word.Type, _ title: String = "STATUS", _ path: String = "status"
    ) -> Self {
        Self(title: title, path: path, look: .status { Word(rawValue: $0).health })
    }
    static func commit(_ title: String, _ path: String) -> Self { Self(title: title, path: path, look: .commit) }

    /// Longer texts are cut in a table.
    private static let widest = 60

    /// Empty where the item doesn't tell.
    func cell(of item: JSONValue, at now: Date) -> Span {
        guard let value = item.value(at: path) else { return Span("", .text) }
        switch look {
        case .text: return Span(SafeText.line(value.description, columns: Self.widest), .text)
        case .commit: return Span(SafeText.line(value.description, columns: 7), .muted)
        case .status(let health): return Span(value.description, health(value.description).role)
        case .age:
            return Span(
                LooseTime.parse(value.description).map { RelativeTime.age(now.timeIntervalSince($0)) } ?? "", .muted)
        }
    }
}

extension JSONValue {
    /// What stands at names with dots between them.
    fileprivate func value(at path: String) -> JSONValue? {
        path.split(separator: ".").reduce(self as JSONValue?) { value, name in value?[String(name)] }
    }
}
