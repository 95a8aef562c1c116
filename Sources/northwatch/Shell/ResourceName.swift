internal import Northflank
internal import TerminalUI

/// What has a name of its own in a project.
enum NamedKind: String, CaseIterable {
    case service, job, addon

    /// The feed that lists them.
    func feed(in project: Project.ID) -> Feed {
        switch self {
        case .service: .services(project)
        case .job: .jobs(project)
        case .addon: .addons(project)
        }
    }
}

/// A service, a job or an addon that was found by its name.
enum NamedThing: Hashable {
    case service(ServiceReference)
    case job(JobReference)
    case addon(AddonReference)
}

/// A name as it is typed: `shop/api`, or `api` where the context has a project, or `job:shop/api` where a service has
/// the same name.
struct ResourceName: Equatable {
    /// Nil where any will do.
    var kind: NamedKind?
    var project: String
    var item: String

    init(_ text: String, defaultProject: Project.ID?) throws(Complaint) {
        var rest = text[...]
        let prefix = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if prefix.count == 2, let kind = NamedKind(rawValue: String(prefix[0])) {
            self.kind = kind
            rest = prefix[1]
        }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.count, defaultProject) {
        case (1, let project?) where parts[0] != "": (self.project, item) = (project.rawValue, parts[0])
        case (2, _) where parts[0] != "" && parts[1] != "": (project, item) = (parts[0], parts[1])
        default: throw .usage("\"\(text)\" is no name: give it as project/name, such as shop/api")
        }
    }
}

/// What a name may mean.
struct Nameable<Value> {
    var id: String
    var name: String
    var value: Value
}

extension Array {
    /// What is meant by a text: an id, a name, or either in another case, in this order. More than one where several
    /// have the same name.
    func named<Value>(_ text: String) -> [Value] where Element == Nameable<Value> {
        let folded = text.lowercased()
        let ways: [(Element) -> Bool] = [
            { $0.id == text }, { $0.name == text },
            { $0.id.lowercased() == folded || $0.name.lowercased() == folded },
        ]
        return ways.lazy.map { way in filter(way).map(\.value) }.first { !$0.isEmpty } ?? []
    }

    /// The id that a mistyped text comes nearest to.
    func nearestID<Value>(to text: String) -> String? where Element == Nameable<Value> {
        if let id = nearest(to: text, in: map(\.id)) { return id }
        guard let name = nearest(to: text, in: map(\.name)) else { return nil }
        return first { $0.name == name }?.id
    }
}
