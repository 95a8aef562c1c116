internal import Dashboard
internal import Northflank
internal import Yams

// What rings and what is no problem, as lists of rules.

extension ConfigurationFile {
    private enum Notification: String, CaseIterable { case bell, osc9, rules }

    func readNotifications(_ node: Node, into configuration: inout Configuration) throws(Complaint) {
        for (kind, (_, value)) in try keyed(node, "notifications", by: Notification.self) {
            switch kind {
            case .bell: configuration.ringing.bell = try flag(value, "bell")
            case .osc9: configuration.ringing.notification = try flag(value, "osc9")
            case .rules: configuration.preferences.ringRules = try rules(value, ringRule)
            }
        }
    }

    private enum ProblemRule: String, CaseIterable {
        case oldestBackup = "oldest-backup-hours"
        case ignore
    }

    func readProblems(_ node: Node, into preferences: inout Preferences) throws(Complaint) {
        for (rule, (_, value)) in try keyed(node, "problems", by: ProblemRule.self) {
            switch rule {
            case .oldestBackup: preferences.oldestBackup = try amount(value, rule.rawValue, "hours") * 3_600
            case .ignore: preferences.ignoredProblems = try rules(value, ignoreRule)
            }
        }
    }

    // MARK: - Rules

    private enum RingSetting: String, CaseIterable { case kinds, on, projects }

    private func ringRule(_ node: Node) throws(Complaint) -> RingRule {
        var rule = RingRule()
        for (setting, (_, value)) in try keyed(node, "a rule of notifications", by: RingSetting.self) {
            switch setting {
            case .kinds: rule.kinds = try names(value, "kinds", of: Change.Kind.told, \.rawValue)
            case .on: rule.health = try names(value, "on", of: Health.allCases.filter { $0 != .active }) { "\($0)" }
            case .projects: rule.projects = try projects(value)
            }
        }
        return rule
    }

    private enum IgnoreSetting: String, CaseIterable {
        case kinds, projects
        case age = "older-than-days"
    }

    private func ignoreRule(_ node: Node) throws(Complaint) -> IgnoreRule {
        var rule = IgnoreRule()
        for (setting, (_, value)) in try keyed(node, "a rule of ignore", by: IgnoreSetting.self) {
            switch setting {
            case .kinds: rule.kinds = try names(value, "kinds", of: Problem.Kind.allCases, \.name)
            case .projects: rule.projects = try projects(value)
            case .age: rule.age = try amount(value, setting.rawValue, "days") * 86_400
            }
        }
        return rule
    }

    /// A rule that says nothing would cover all: nobody means that.
    private func rules<Rule>(
        _ node: Node, _ read: (Node) throws(Complaint) -> Rule
    ) throws(Complaint) -> [Rule] {
        guard let nodes = node.sequence else { throw text.complaint(node, "rules must be a list (- …)") }
        var rules: [Rule] = []
        for node in nodes {
            if try text.mapping(node, "a rule").isEmpty { throw text.complaint(node, "a rule must say something") }
            rules.append(try read(node))
        }
        return rules
    }

    // MARK: - Values

    private func list(_ node: Node, _ what: String) throws(Complaint) -> [Node] {
        guard let nodes = node.sequence, !nodes.isEmpty else {
            throw text.complaint(node, "\(what) must be a list such as [a, b]")
        }
        return Array(nodes)
    }

    private func names<Value: Hashable>(
        _ node: Node, _ what: String, of known: [Value], _ name: (Value) -> String
    ) throws(Complaint) -> Set<Value> {
        var values: Set<Value> = []
        for node in try list(node, what) {
            let written = try text.scalar(node, what)
            guard let value = known.first(where: { name($0) == written }) else {
                throw text.unknown(node, in: what, known: known.map(name))
            }
            values.insert(value)
        }
        return values
    }

    /// Ids: whether there are such projects, only the API can tell.
    private func projects(_ node: Node) throws(Complaint) -> Set<Project.ID> {
        var projects: Set<Project.ID> = []
        for node in try list(node, "projects") { projects.insert(Project.ID(try text.scalar(node, "a project's id"))) }
        return projects
    }

    private func amount(_ node: Node, _ what: String, _ unit: String) throws(Complaint) -> Double {
        guard let amount = Double(try text.scalar(node, what)), amount > 0, amount.isFinite else {
            throw text.complaint(node, "\(what) must be a number of \(unit) above 0")
        }
        return amount
    }
}

extension Change.Kind {
    /// All but what the user did.
    fileprivate static let told = allCases.filter { $0 != .action }
}
