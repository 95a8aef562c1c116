public import Northflank
public import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// How statuses and times are put into words. Every state is told by a colour, a symbol and a word, so that it can be
// read in monochrome and by people who don't see the colours.

extension Health {
    /// What it looks like.
    public var role: Role {
        switch self {
        case .failing: .failing
        case .warning: .warning
        case .active: .active
        case .unknown: .unknown
        case .healthy: .healthy
        case .idle: .idle
        }
    }
}

extension StatusWord {
    /// `SUBMISSION_FAILURE` → `submission failure`, `preDeployment` → `pre deployment`; a word this version doesn't
    /// know stays as the API wrote it.
    var words: String {
        guard health != .unknown else { return rawValue }
        var words: [UInt8] = []
        var previousIsLower = false
        for byte in rawValue.utf8 {
            let isUpper = (0x41...0x5A).contains(byte)
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
                words.append(UInt8(ascii: " "))
            } else {
                if previousIsLower, isUpper { words.append(UInt8(ascii: " ")) }
                words.append(isUpper ? byte | 0x20 : byte)
            }
            previousIsLower = (0x61...0x7A).contains(byte)
        }
        return String(decoding: words, as: UTF8.self)
    }
}

extension State {
    /// `● success`; nothing yet is a dash.
    func statusSpans(_ status: (any StatusWord)?, since: Date? = nil) -> [Span] {
        guard let status else { return [Span(appearance.symbols.dash, .muted)] }
        let time = status.isActive ? since.map(underWay) : nil
        // Always of one width: else the columns behind it would move each time that the longest gets a digit more.
        let live = time.map { " \($0)" + String(repeating: " ", count: max(0, 6 - $0.utf8.count)) } ?? ""
        return [
            Span(symbol(status.health), status.health.role), Span(" \(status.words)\(live)", status.health.role),
        ]
    }

    func symbol(_ health: Health) -> String {
        let symbols = appearance.symbols
        return switch health {
        case .failing: symbols.failing
        case .warning: symbols.warning
        case .active: symbols.active
        case .unknown: symbols.unknown
        case .healthy: symbols.healthy
        case .idle: symbols.idle
        }
    }

    /// `1m04s`
    func elapsed(since date: Date) -> String { RelativeTime.duration(max(0, now.timeIntervalSince(date))) }

    func remaining(until date: Date) -> String { RelativeTime.duration(max(0, date.timeIntervalSince(now))) }

    /// `1m04s`, where many stand below each other.
    private func underWay(since date: Date) -> String { RelativeTime.duration(max(0, clock.timeIntervalSince(date))) }

    /// `12s ago`; a dash where nothing is known.
    func ago(_ date: Date?) -> String {
        date.map { RelativeTime.ago(max(0, clock.timeIntervalSince($0))) } ?? appearance.symbols.dash
    }

    /// `12s`, for a column of ages; a dash where nothing is known.
    func age(_ date: Date?) -> String {
        date.map { RelativeTime.age(max(0, clock.timeIntervalSince($0))) } ?? appearance.symbols.dash
    }

    /// How long something took, or takes so far; empty where the API is silent.
    func took(from: Date?, to: Date?, isActive: Bool) -> String {
        guard let from else { return "" }
        if let to { return RelativeTime.duration(max(0, to.timeIntervalSince(from))) }
        return isActive ? underWay(since: from) : ""
    }
}
