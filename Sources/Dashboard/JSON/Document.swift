import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON of a thing, while its page is open.
public struct Document: Sendable, Equatable {
    public let row: RowID
    private(set) var text: JSONText?
    private(set) var receivedAt: Date?
    private(set) var failure: APIError?
    /// To be asked for at the next occasion.
    var isWanted = true
    private(set) var isReading = false
    /// Containers whose content isn't shown.
    private(set) var folded: Set<Int> = []
    /// The nodes that are shown.
    var list = SelectableList<Int>()
    var search: LogPattern?
    /// Columns scrolled to the right.
    var column = 0
    var showsSecrets = false

    /// Columns of a line that are shown.
    static let longest = 4_000
    /// What is deeper than the members of the thing itself is folded at first.
    private static let openDepth = 2

    init(_ row: RowID) { self.row = row }

    // MARK: - Asking

    mutating func ask() {
        isWanted = false
        isReading = true
    }

    mutating func take(_ answer: JSONText, at now: Date, height: Int) {
        (isReading, failure, receivedAt) = (false, nil, now)
        guard answer != text else { return }
        text = answer
        folded = Set(
            answer.nodes.indices.filter { answer.nodes[$0].isContainer && answer.nodes[$0].depth >= Self.openDepth })
        updateRows(height)
    }

    mutating func fail(_ error: APIError) { (isReading, failure) = (false, error) }

    // MARK: - Folding

    /// Folds a container or unfolds it; from a value, folds what it is in.
    mutating func fold(height: Int) {
        guard let text, let node = list.selected else { return }
        guard !text.nodes[node].isContainer else {
            folded.formSymmetricDifference([node])
            return updateRows(height)
        }
        // The whole is no row of its own.
        guard let parent = text.parent(of: node), parent > 0 else { return }
        folded.insert(parent)
        updateRows(height)
        list.select(parent, height: height)
    }

    private mutating func updateRows(_ height: Int) {
        guard let text else { return }
        var rows: [Int] = []
        // Of a whole with something in it, what is in it is shown.
        var node = text.nodes[0].end > 1 ? 1 : 0
        while node < text.nodes.count {
            rows.append(node)
            node = folded.contains(node) ? text.nodes[node].end : node + 1
        }
        list.replace(rows, unfilteredCount: text.nodes.count, height: height)
    }

    // MARK: - Lines

    /// A node's name, and its value or how much is in it.
    func line(_ node: Int) -> (name: String, value: String) {
        guard let text else { return ("", "") }
        let shown = text.nodes[node]
        let name =
            switch shown.label {
            case .root: ""
            case .member(let name): "\(name): "
            case .item(let number): "\(number): "
            }
        let value =
            switch shown.value {
            case .object: text.isEmpty(node) ? "{}" : "{\(text.count(of: node))}"
            case .array: text.isEmpty(node) ? "[]" : "[\(text.count(of: node))]"
            case .scalar: text.spelling(node, revealing: showsSecrets)
            }
        return (Self.cut(name), Self.cut(value))
    }

    private static func cut(_ text: String) -> String { String(text.unicodeScalars.prefix(longest)) }

    /// Goes to the next line in a direction that holds what is searched for, unfolding on the way.
    /// - Returns: false where there is none.
    mutating func find(_ direction: Int, fromHere: Bool = false, height: Int) -> Bool {
        guard let text, let matcher = search?.matcher() else { return false }
        let here = list.selected ?? 0
        let matches = { (node: Int) in
            let line = line(node)
            return matcher.matches(line.name + line.value)
        }
        let found =
            direction > 0
            ? (here + (fromHere ? 0 : 1)..<text.nodes.count).first(where: matches)
            : (0..<here).last(where: matches)
        guard let found else { return false }
        var parent = text.parent(of: found)
        while let open = parent {
            folded.remove(open)
            parent = text.parent(of: open)
        }
        updateRows(height)
        list.select(found, height: height)
        return true
    }

    /// What is selected and all that is in it, as JSON.
    var selection: String? { list.selected.flatMap { text?.rendition(of: $0, revealing: showsSecrets) } }

    /// All of it, as JSON.
    var whole: String? { text?.rendition(revealing: showsSecrets) }
}
