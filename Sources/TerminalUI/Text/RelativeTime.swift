/// Spans of time in few characters.
public enum RelativeTime {
    /// `0s`, `42s`, `1m04s`, `3h12m`, `4d03h`, `120d`.
    public static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds > 0 else { return "0s" }
        let total = Int(min(seconds, 1e12))
        let (minutes, hours, days) = (total / 60, total / 3600, total / 86_400)
        if total < 60 { return "\(total)s" }
        if hours < 1 { return "\(minutes)m\(padded(total % 60))s" }
        if days < 1 { return "\(hours)h\(padded(minutes % 60))m" }
        return days < 100 ? "\(days)d\(padded(hours % 24))h" : "\(days)d"
    }

    /// `now`, `42s ago`, `7m ago`, `3h ago`, `4d ago`.
    public static func ago(_ seconds: Double) -> String {
        let age = age(seconds)
        return age == "now" ? age : "\(age) ago"
    }

    /// `now`, `42s`, `7m`, `3h`, `4d`: one unit, since what is past needs no more.
    public static func age(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 1 else { return "now" }
        let total = Int(min(seconds, 1e12))
        if total < 60 { return "\(total)s" }
        if total < 3600 { return "\(total / 60)m" }
        if total < 86_400 { return "\(total / 3600)h" }
        return "\(total / 86_400)d"
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// Sizes in few characters.
public enum ByteSize {
    /// `512 B`, `1.2 GB`: powers of 1,000, one decimal below ten.
    public static func text(_ bytes: Int) -> String {
        var value = Double(max(0, bytes))
        var unit = 0
        let units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"]
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        guard unit > 0, value < 9.95 else { return "\(Int(value.rounded())) \(units[unit])" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
