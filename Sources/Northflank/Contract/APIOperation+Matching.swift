extension APIOperation {
    /// The operation of a method and a path with its ids in place, relative to `/v1`; nil for one that this project
    /// doesn't speak. A name at a place beats an id there: `jobs/cron` is not the job "cron".
    public init?(_ method: RequestMethod, path: String) {
        let segments = path.split(separator: "/")
        let fitting = Self.allCases.filter { $0.method == method && Self.fits($0.path, segments) }
        guard let best = fitting.min(by: { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }) else {
            return nil
        }
        self = best
    }

    private static func fits(_ template: String, _ segments: [Substring]) -> Bool {
        let names = template.split(separator: "/")
        return names.count == segments.count && zip(names, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
