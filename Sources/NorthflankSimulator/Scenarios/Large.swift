import Northflank

extension World {
    /// As much as the program is designed for: 200 projects of 25 services, of which 20 build and have built five
    /// times.
    mutating func makeLarge() {
        pushEvery = 8...30
        let areas = [
            "Checkout", "Payments", "Search", "Mobile", "Data", "Identity", "Logistics", "Pricing", "Content",
            "Support",
        ]
        let places = [
            "Austria", "Belgium", "Croatia", "Denmark", "Estonia", "Finland", "France", "Germany", "Greece", "Hungary",
            "Iceland", "Ireland", "Italy", "Latvia", "Norway", "Poland", "Portugal", "Spain", "Sweden", "Switzerland",
        ]
        for place in places {
            for area in areas {
                project("\(area) \(place)", "\(area) for the shops in \(place)") { project in
                    project.fill(like: "\(area) \(place)")
                }
            }
        }
        begin(with: History(days: 20, pushes: 5...5, onMain: 1, runs: 4...6, backups: 4...6))
    }
}

extension ProjectDraft {
    fileprivate mutating func fill(like name: String) {
        let slug = Names.slug(name)
        let parts = ["API", "Admin", "Gateway", "Worker", "Mailer", "Webhooks", "Exports", "Imports"]
        for (index, part) in parts.enumerated() {
            let repository = "\(slug)-\(index / 2)"
            combined("\(part) service", "\(part) of \(name)", from: repository, instances: 1 + index % 3)
            combined("\(part) canary", "\(part) of \(name), ahead of others", from: repository)
        }
        for part in ["Core", "Edge", "Batch", "Tools"] {
            builder("\(part) build", "Image of \(part.lowercased())", from: "\(slug)-\(part.lowercased())")
            deployment(part, "\(part) of \(name)", of: "\(part) build")
        }
        deployment("Proxy", "In front of all", image: "nginx:1.27", instances: 2)
        job("Nightly", "Clean-up", cron: "20 2 * * *", takes: 200)
        job("Sync", "With the warehouse", cron: "*/20 * * * *", takes: 40)
        job("Migrate", "By hand", takes: 60)
        addon("Main DB", "All of \(name)", .postgresql, gigabytes: 12, backup: "0 3 * * *", by: .dump)
        addon("Cache", "Of \(name)", .redis, gigabytes: 1, backup: "0 4 * * *")
    }
}
