import Northflank
import TerminalUI

extension State {
    /// `D`: which build a service is to run.
    mutating func askToDeploy() -> [Effect] {
        guard let service = selectedService else { return [] }
        var choice = DeployChoice(service: service)
        inform(&choice)
        if case .build(let build)? = rowInHand, choice.builder == build.service {
            choice.options.firstIndex { if case .build(let found) = $0 { found.id == build.build } else { false } }
                .map { choice.move(to: $0) }
        }
        return ask(.deploy(choice))
    }

    /// Something that the open choice depends on has come.
    mutating func informDeployChoice() {
        guard case .confirmation(var confirmation) = overlay, case .deploy(var choice) = confirmation.subject else {
            return
        }
        inform(&choice)
        confirmation.subject = .deploy(choice)
        overlay = .confirmation(confirmation)
    }

    private func inform(_ choice: inout DeployChoice) {
        let detail = account.serviceDetails[choice.service]
        let running = detail?.deployment?.image
        var linked: ServiceReference?
        var branch = detail?.branch
        if account.service(choice.service)?.kind == .combined { linked = choice.service }
        if case .build(let service, let of, _, _) = running {
            linked = ServiceReference(project: choice.service.project, service: service)
            branch = of ?? branch
        }
        choice.builders = builders(for: choice.service, linked: linked)
        // Where an image runs, or that isn't known yet, it is for the user to say that builds are meant.
        let likely = linked ?? (detail != nil && running == nil ? choice.builders.first : nil)
        if !choice.isBuilderChosen { choice.builder = likely }
        let builds = choice.builder.flatMap { account.builds[$0] } ?? []
        let known = choice.builder == linked ? branch : nil
        choice.know(running: running, builds, branch: known ?? builds.first { $0.branch != nil }?.branch)
    }

    private func builders(for service: ServiceReference, linked: ServiceReference?) -> [ServiceReference] {
        guard linked != service else { return [service] }
        let others = (account.services[service.project] ?? []).filter { $0.kind == .build }
            .map { ServiceReference(project: service.project, service: $0.id) }
        return (linked.map { [$0] } ?? []) + others.filter { $0 != linked }
    }

    mutating func handle(_ key: Key, in choice: DeployChoice, _ confirmation: Confirmation) -> [Effect] {
        var choice = choice
        var confirmation = confirmation
        switch keymap.command(for: key) {
        case .moveDown: choice.move(to: choice.selected + 1)
        case .moveUp: choice.move(to: choice.selected - 1)
        case .moveToTop: choice.move(to: 0)
        case .moveToBottom: choice.move(to: choice.options.count - 1)
        case .pageDown, .halfPageDown: choice.move(to: choice.selected + 10)
        case .pageUp, .halfPageUp: choice.move(to: choice.selected - 10)
        default:
            switch key {
            case Key("-"):
                guard let index = choice.previousIndex else {
                    return say(.warning, "There is no build before the one that runs, or it isn't known.")
                }
                choice.move(to: index)
            case Key("i"): return fillInImage(choice.service)
            case Key("b") where choice.hasOtherBuilders:
                choice.takeNextBuilder()
                inform(&choice)
            default: return []
            }
        }
        confirmation.subject = .deploy(choice)
        overlay = .confirmation(confirmation)
        return []
    }

    private mutating func fillInImage(_ service: ServiceReference) -> [Effect] {
        if account.service(service)?.kind == .combined {
            return say(.warning, "A combined service runs its own builds alone.")
        }
        return fillIn(.deployImage(service))
    }

    /// "builder (main) at 12c15e7", "nginx:1.27"
    func words(of image: Deployment.Image?) -> String {
        switch image {
        case nil: "nothing"
        case .registry(let image): image
        case .build(let service, let branch, let wanted, let deployed):
            "\(service)\(branch.map { " (\($0))" } ?? "") at \(deployed?.prefix(7) ?? "no commit yet")"
                + (wanted == "latest" ? ", always the latest" : "")
        }
    }
}
