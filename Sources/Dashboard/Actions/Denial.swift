public import Northflank

/// What the token's role was refused for: it isn't tried in vain a second time.
public struct Denial: Hashable, Sendable {
    /// As the contract names it: "Project > Jobs > General > Update".
    public var permission: String
    /// A role may hold in one project and not in another. Nil for the account.
    public var project: Project.ID?
}

extension State {
    /// Takes a refusal to heart, if it is one for a permission.
    mutating func noteDenial(_ error: APIError, in project: Project.ID?) {
        guard case .forbidden(_, let permission?) = error else { return }
        denials.insert(Denial(permission: permission, project: project))
    }

    /// The permission that the role is known to lack for an operation; nil where it may have it.
    func missingPermission(for operation: APIOperation, in project: Project.ID?) -> String? {
        guard let permission = operation.permission,
            denials.contains(Denial(permission: permission, project: project))
        else { return nil }
        return permission
    }

    /// The permission that the role is known to lack for what a key does here.
    func missingPermission(for command: Command) -> String? {
        switch command {
        case .startBuild: selectedService.flatMap { missingPermission(for: .startServiceBuild, in: $0.project) }
        case .deploy: selectedService.flatMap { missingPermission(for: .updateServiceDeployment, in: $0.project) }
        case .runJob: selectedJob.flatMap { missingPermission(for: .runJob, in: $0.project) }
        case .backUp: selectedAddon.flatMap { missingPermission(for: .backupAddon, in: $0.project) }
        case .add:
            focus.adds.first.flatMap {
                missingPermission(for: $0.operation, in: $0 == .project ? nil : projectToAddTo)
            }
        default: nil
        }
    }
}
