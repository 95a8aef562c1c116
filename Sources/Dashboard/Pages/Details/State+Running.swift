import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What is told of things that run: their containers, what those use, and what was put back into them.

extension State {
    /// Containers, or lines of measurements, listed on a page.
    private static let containersListed = 8

    /// Those in trouble first.
    func containers(of service: ServiceReference, _ width: Int) -> DetailPage.Section {
        let list = account.containers[service] ?? []
        let inTrouble = list.filter { $0.status?.health == .failing }
        let others = list.filter { $0.status?.health != .failing }
        let rows = (inTrouble + others).prefix(Self.containersListed).map { container -> TableLine in
            let health = container.status?.health ?? .unknown
            let words = container.status.map(containerWords) ?? appearance.symbols.dash
            return [
                [Span("\(symbol(health)) \(words)", health.role)],
                [Span(ago(container.createdAt), .muted)],
                [Span(container.name, .text)],
            ]
        }
        return section("Containers", rows, of: list.count, account.feed(.containers(service)), width)
    }

    /// Each begins with the same word.
    private func containerWords(_ status: ContainerStatus) -> String {
        let words = status.words
        return words.hasPrefix("task ") ? String(words.dropFirst(5)) : words
    }

    /// - Parameter backup: only those from this one; nil for all.
    func restores(of addon: AddonReference, from backup: Backup.ID? = nil, _ width: Int) -> DetailPage.Section {
        let list = (account.restores[addon] ?? []).filter { backup == nil || $0.backup == backup }
        let rows = list.prefix(Self.containersListed).map { restore -> TableLine in
            let backup = restore.backup.map { BackupReference(addon: addon, backup: $0) }
            let name = backup.flatMap(account.backup)?.name ?? restore.backup?.rawValue ?? ""
            let isActive = restore.status?.isActive == true
            return [
                statusSpans(restore.status, since: restore.startedAt),
                [Span(took(from: restore.startedAt, to: restore.completedAt, isActive: isActive), .muted)],
                [Span(ago(restore.completedAt ?? restore.startedAt), .muted)],
                [Span(name, .text)],
            ]
        }
        return section("Restores", rows, of: list.count, account.feed(.restores(addon)), width)
    }

    /// The contract names neither a time zone nor the first day of a week: numbers stay as they are.
    func schedules(of addon: AddonReference, _ width: Int) -> DetailPage.Section {
        let list = account.schedules[addon] ?? []
        let rows = list.prefix(Self.containersListed).map { schedule -> TableLine in
            let days = schedule.days.isEmpty ? "" : "day \(schedule.days.map(String.init).joined(separator: ", "))"
            return [
                [Span(schedule.interval ?? "", .text)], [Span(days, .muted)],
                [Span(Self.times(schedule), .text)], [Span(schedule.method ?? "", .muted)],
            ]
        }
        return section("Backup schedules", rows, of: list.count, account.feed(.schedules(addon)), width)
    }

    /// `03:00, 15:00`; `:30` of each hour.
    private static func times(_ schedule: BackupSchedule) -> String {
        let padded = { (number: Int) in (0...9).contains(number) ? "0\(number)" : "\(number)" }
        let minutes = schedule.minutes.isEmpty ? [0] : schedule.minutes
        let times =
            schedule.hours.isEmpty
            ? minutes.map { ":\(padded($0))" }
            : schedule.hours.flatMap { hour in minutes.map { "\(padded(hour)):\(padded($0))" } }
        return times.joined(separator: ", ")
    }

    /// CPU and memory of the last hour, a line for each container.
    func usage(_ metrics: Metrics?, _ feed: Feed, _ width: Int) -> DetailPage.Section {
        let kinds: [(title: String, kind: Metric.Kind)] = [("CPU", .cpu), ("Memory", .memory)]
        let rows = kinds.flatMap { title, kind -> [TableLine] in
            guard let metric = metrics?.byKind[kind] else { return [] }
            let measured = metric.series.filter { !$0.points.isEmpty }
            return measured.prefix(Self.containersListed / 2).enumerated().map { place, series in
                usageLine(place == 0 ? title : "", series, kind, metric.unit, width)
            }
        }
        var section = section("The last hour", rows, of: rows.count, account.feed(feed), width)
        if !rows.isEmpty { section.lines.append([Span(Self.usageWords, .muted)]) }
        return section
    }

    /// What the bars mean: memory changes little beside what is held all the time.
    private static let usageWords = "Bars are means: CPU from 0, memory from its least."

    /// `CPU  ▁▂▅▃  0.12 vCPU  0.08–0.31  api-5f6`
    private func usageLine(
        _ title: String, _ series: Metric.Series, _ kind: Metric.Kind, _ unit: String?, _ width: Int
    ) -> TableLine {
        let points = series.points.sorted { ($0.at ?? .distantPast) < ($1.at ?? .distantPast) }
        let values = points.map(\.value)
        let room = max(8, min(60, width - 46))
        let range = "\(Amount.text(values.min() ?? 0))\(appearance.symbols.range)\(Amount.text(values.max() ?? 0))"
        return [
            [Span(title, .muted)],
            [
                Span(
                    Sparkline(values, width: room, from: kind == .memory ? .least : .zero).text(appearance.symbols),
                    .active)
            ],
            [Span(Amount.text(values.last ?? 0, unit: unit), .text)],
            [Span(range, .muted)],
            [Span(series.container ?? series.volume ?? "", .muted)],
        ]
    }

    private func section(
        _ title: String, _ rows: [TableLine], of count: Int, _ feed: FeedState, _ width: Int
    ) -> DetailPage.Section {
        guard !rows.isEmpty else { return .init(title: title, lines: [nothing(of: feed)]) }
        let more = count > rows.count ? [[Span("and \(count - rows.count) more", .muted)]] : []
        return .init(
            title: title, lines: DetailPage.aligned(rows).map { $0.cut(to: width, appearance.symbols) } + more)
    }

    /// Why there is nothing to show.
    func nothing(of feed: FeedState) -> [Span] {
        [Span(feed.failure.map { "\($0.error)" } ?? (feed.receivedAt == nil ? "not read yet" : "none"), .muted)]
    }
}

/// Measured amounts in words.
enum Amount {
    /// `0.12`, `3.4`, `310`: what matters of it.
    static func text(_ value: Double, unit: String? = nil) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "?" }
        let decimals = abs(value) < 1 ? 2 : abs(value) < 10 ? 1 : 0
        let scale = [1.0, 10, 100][decimals]
        let whole = Int((abs(value) * scale).rounded())
        let (front, back) = whole.quotientAndRemainder(dividingBy: Int(scale))
        let digits = decimals == 0 ? "" : "." + String(String(back + Int(scale)).dropFirst())
        return (value < 0 && whole > 0 ? "-" : "") + "\(front)\(digits)" + words(unit)
    }

    /// Units as people write them; one that isn't known stays as the API has it.
    private static func words(_ unit: String?) -> String {
        switch unit {
        case nil: ""
        case "pct": " %"
        case "mb": " MB"
        case let unit?: " \(unit)"
        }
    }
}
