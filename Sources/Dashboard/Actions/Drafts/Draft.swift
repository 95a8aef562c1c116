public import Northflank
public import TerminalUI

/// An action that is being filled in: its fields stand for those of the request's body, by their paths.
public struct Draft: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        case create(Creation.Kind, in: Project.ID?)
        /// A build that does otherwise than its service's settings say.
        case build(ServiceReference)
        /// A run that does otherwise than its job says.
        case run(JobReference)
        /// An image of a registry.
        case deployImage(ServiceReference)
        case scaleService(ServiceReference)
        case scaleAddon(AddonReference)
    }

    public internal(set) var subject: Subject
    public internal(set) var form: Form
    /// What the body holds beside the fields.
    var rest: JSONValue = .object([:])

    /// The field that says what kind of thing it is, and so which other fields there are.
    static let kindField = "@kind"

    /// The body that its fields make.
    var body: JSONValue {
        form.fields.filter { $0.name != Self.kindField }.reduce(rest) { body, field in
            // What the editor left stays as it was written: a value with blanks is more than a line of a form can say.
            if let written = rest.member(at: field.name), written.typed == field.value { return body }
            let schema = subject.operation.body?.field(at: field.name)?.schema ?? .text(.any)
            return body.setting(field.name, to: schema.typed(field.value))
        }
    }

    /// What the contract would refuse, by the path of the field.
    var problems: [String: String] { subject.operation.body?.problems(with: body) ?? [:] }

    /// The action; nil where nothing is to change.
    var action: Action? { subject.action(body) }

    /// Why there is no action.
    var nothingToDo: String {
        switch subject {
        case .deployImage where body != [:]:
            "A deployment takes a registry's image, a build's id, branch and buildSHA, or how containers start."
        case .create, .build, .run, .deployImage, .scaleService, .scaleAddon: "Nothing is to change yet."
        }
    }

    /// Says of each field what is wrong with it.
    mutating func check() {
        let problems = problems
        for index in form.fields.indices { form.fields[index].problem = problems[form.fields[index].name] }
    }

    /// Shows what is wrong with all of them, and goes to the first.
    mutating func showProblems() {
        for index in form.fields.indices where form.fields[index].problem != nil {
            form.fields[index].isTouched = true
        }
        if let wrong = form.fields.first(where: { $0.problem != nil }) { form.focus(on: wrong.name) }
    }
}

extension Draft.Subject {
    var operation: APIOperation {
        switch self {
        case .create(let kind, _): kind.operation
        case .build: .startServiceBuild
        case .run: .runJob
        case .deployImage: .updateServiceDeployment
        case .scaleService: .scaleService
        case .scaleAddon: .scaleAddonResources
        }
    }

    var target: ActionTarget {
        switch self {
        case .create(_, let project): project.map { .project($0) } ?? .account
        case .run(let job): .job(job)
        case .build(let service), .scaleService(let service), .deployImage(let service): .service(service)
        case .scaleAddon(let addon): .addon(addon)
        }
    }

    /// What its fields depend on beside what is known anyhow.
    var feeds: [Feed] {
        switch self {
        case .create(.addon, _): [.addonTypes]
        case .create, .build, .run: []
        case .deployImage, .scaleService, .scaleAddon: [target.feed]
        }
    }

    /// Lists of the platform that its fields choose from.
    var catalogues: Set<Catalogue> {
        switch self {
        case .create(.project, _): [.regions]
        case .create, .run, .scaleService, .scaleAddon: [.plans]
        case .build, .deployImage: []
        }
    }

    fileprivate func action(_ body: JSONValue) -> Action? {
        switch self {
        case .create(let kind, let project): return .create(Creation(kind, in: project, body))
        case .build(let service): return .startBuild(service, BuildRequest(body))
        case .run(let job): return .runJob(job, RunRequest(body))
        case .deployImage(let service): return DeployRequest(body).map { .deploy(service, $0) }
        case .scaleService(let service):
            return body == [:] ? nil : .scale(.service(service, ServiceScaleRequest(body)))
        case .scaleAddon(let addon): return body == [:] ? nil : .scale(.addon(addon, AddonScaleRequest(body)))
        }
    }
}
