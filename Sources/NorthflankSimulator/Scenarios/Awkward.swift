import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// What a client must survive: names that try to take over the terminal, names without end, scripts of all
    /// directions and widths, words of the contract's future, fields that are missing and times in every notation
    /// (`Awkwardness` sees to the latter two in the answers).
    mutating func makeAwkward() {
        pushEvery = 30...90
        isAwkward = true
        project("Terminal tricks", "\u{1B}]0;owned\u{07}\u{1B}[2J\u{1B}[Hgone") { project in
            project.repository("tricks", pushedAgo: [45], busy: 2)
            for (index, name) in Self.hostileNames.enumerated() {
                project.combined("Trick \(index)", name, from: "tricks", builds: 40) { $0.name = name }
            }
            project.job("Job", "x", cron: "*/3 * * * *", takes: 20) { $0.name = "job\r\u{1B}[1A\u{1B}[31mFAKE" }
            project.addon("Addon", "x", .postgresql, gigabytes: 2, backup: "0 * * * *", by: .dump) {
                $0.name = "db\u{1B}[?1049l\u{08}\u{08}"
            }
        }
        project("Scripts", "Widths and directions") { project in
            for (index, name) in Self.scripts.enumerated() {
                project.combined("Script \(index)", name, from: "scripts", builds: 40) { $0.name = name }
            }
            project.job("Wide job", "x", takes: 30) { $0.name = "夜間バッチ処理" }
            project.addon("Wide addon", "x", .redis, gigabytes: 1) { $0.name = "ذاكرة مؤقتة" }
        }
        project("Endless", "Long in every way") { project in
            let long = String(repeating: "endless-", count: 1250)
            project.combined("Long", "x", from: "endless", builds: 40) {
                $0.name = long
                $0.about = long
            }
            project.job("Long job", "x", takes: 30) { $0.name = long }
            project.addon("Long addon", "x", .mysql, gigabytes: 1, backup: "30 * * * *") { $0.name = long }
        }
        project("Tomorrow", "Words that no client knows yet") { project in
            project.combined("Future", "x", from: "future", builds: 40) { $0.kind = ServiceKind(rawValue: "quantum") }
            project.job("Future job", "x", takes: 30)
            project.addon("Future addon", "x", .minio, gigabytes: 1, backup: "0 */4 * * *") {
                $0.condition = AddonStatus("daydreaming")
            }
        }
        giveOddBranches()
        begin(with: History(days: 5, pushes: 6...12, runs: 4...8, backups: 4...8))
        useUnknownWords()
        for (index, project) in projects.enumerated() where index > 0 { projects[index].name = oddName(of: project) }
    }

    /// None of this may reach a terminal as it is.
    private static let hostileNames = [
        "title\u{1B}]0;owned\u{07}", "clear\u{1B}[2J\u{1B}[H", "return\rover", "bell\u{07}\u{07}", "tab\tand\nnewline",
        "eight bit \u{9B}31m csi", "\u{1B}]8;;http://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\", "null\u{0}byte",
        "del\u{7F}ete", "\u{1B}P1$r\u{1B}\\dcs", " leading and trailing ", "\u{FEFF}bom\u{200B}zero\u{200D}width",
    ]

    private static let scripts = [
        "支払いゲートウェイ", "결제 게이트웨이", "支付网关", "בדיקת תשלום", "بوابة الدفع", "\u{202E}desrever\u{202C} order",
        "👩‍👩‍👧‍👦 family", "🇩🇪🇫🇷 flags", "👍🏽 skin", "Z̷͍̈a̵̳̍l̶̰̔g̴̬̈o̸͚͝", "e\u{301}clair", "ﷺ", "ｆｕｌｌｗｉｄｔｈ", "नमस्ते", "สวัสดี",
    ]

    private mutating func giveOddBranches() {
        let names = ["main", "feature/\u{1B}[31mred", "fix/ünïcødé", "バグ修正", "a\u{202E}b", "x".padded(to: 250)]
        for repository in repositoryNames {
            repositories[repository]?.branches = names.map { name in
                let commit = Names.commit(at: start - day, on: name, &random)
                return Branch(name: name, head: commit, pullRequest: nil)
            }
        }
    }

    private mutating func useUnknownWords() {
        let future = ServiceReference(project: "tomorrow", service: "future")
        if let last = services[future]?.builds.indices.last {
            services[future]?.builds[last].outcome = BuildStatus("SIMMERING")
        }
        services[future]?.rollout?.outcome = DeploymentStatus("HIBERNATING")
        let job = JobReference(project: "tomorrow", job: "future-job")
        if let last = jobs[job]?.jobRuns.indices.last { jobs[job]?.jobRuns[last].outcome = RunStatus("EVICTED") }
        let addon = AddonReference(project: "tomorrow", addon: "future-addon")
        if let last = addons[addon]?.backups.indices.last {
            addons[addon]?.backups[last].outcome = BackupStatus("in-cold-storage")
        }
    }

    private func oddName(of project: Project) -> String {
        switch project.id {
        case "scripts": "プロジェクト 🚀 مشروع"
        case "endless": String(repeating: "project ", count: 1250)
        default: "\(project.name)\u{1B}]0;owned\u{07}"
        }
    }
}

extension String {
    fileprivate func padded(to length: Int) -> String { self + String(repeating: "-", count: max(0, length - count)) }
}
