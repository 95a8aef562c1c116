import Northflank
import TerminalUI

/// What a filter can name: `status:failed`.
enum FilterField: UInt8, CaseIterable {
    case name = 1
    case id, project, service, job, addon, status, type, branch, commit, tag, message, source

    init?(word: some StringProtocol) {
        let word = word.lowercased()
        guard let found = Self.allCases.first(where: { "\($0)" == word }) else { return nil }
        self = found
    }

    /// What it looks at: a service's name is one too.
    var fields: [FilterField] {
        switch self {
        case .name: [.name, .project, .service, .job, .addon]
        case .id, .project, .service, .job, .addon, .status, .type, .branch, .commit, .tag, .message, .source: [self]
        }
    }
}

extension SearchTexts {
    mutating func add(_ field: FilterField, _ text: String?) { add(text, kind: field.rawValue) }

    /// As the API writes it, and as it is shown.
    mutating func add(_ field: FilterField, _ status: (any StatusWord)?) {
        guard let status else { return }
        add(field, status.rawValue)
        if status.rawValue.hasWords { add(field, status.words) }
    }
}

extension String {
    /// `IN_PROGRESS`, `in-progress` and `preDeployment`, unlike `FAILED`, are shown otherwise than but for capitals.
    fileprivate var hasWords: Bool {
        var wasLower = false
        return utf8.contains { byte in
            defer { wasLower = (0x61...0x7A).contains(byte) }
            return byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || wasLower && (0x41...0x5A).contains(byte)
        }
    }
}
