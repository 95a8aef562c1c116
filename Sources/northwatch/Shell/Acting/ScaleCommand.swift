internal import ArgumentParser
internal import Northflank

/// `northwatch scale shop/api --instances 3`
struct ScaleCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Makes a service or an addon larger or smaller.",
        discussion: """
            What isn't said stays as it is. A service with no instances serves nobody, so its name must be said twice \
            for that. A disk only grows.

            EXAMPLES
              northwatch scale shop/api --instances 3 --wait
              northwatch scale shop/api --plan nf-compute-50
              northwatch scale shop/api --instances 0 --confirm shop/api
              northwatch scale shop/db --replicas 2 --storage 8192
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service or the addon: project/name.", completion: Completions.names([.service, .addon]))
    var name: String
    @Option(help: ArgumentHelp("Of a service: how many instances.", valueName: "n")) var instances: Int?
    @Option(help: ArgumentHelp("Of an addon: how many replicas.", valueName: "n")) var replicas: Int?
    @Option(help: ArgumentHelp("Of an addon: the disk of each replica, in MB.", valueName: "mb")) var storage: Int?
    @Option(help: ArgumentHelp("The plan, such as nf-compute-50.", valueName: "plan"), completion: Completions.plans)
    var plan: String?
    @OptionGroup var confirming: ConfirmingOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    var confirm: String? { confirming.confirm }

    func validate() throws {
        if instances == nil, replicas == nil, storage == nil, plan == nil {
            throw Complaint.usage("say what to change: --instances, --replicas, --storage or --plan")
        }
        if instances != nil, replicas != nil || storage != nil {
            throw Complaint.usage("--instances is about a service, --replicas and --storage about an addon")
        }
    }

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        switch try await account.workload(name) {
        case .service(let service):
            guard replicas == nil, storage == nil else {
                throw .usage("\(name) is a service: it has --instances, and no --replicas or --storage")
            }
            return .scale(.service(service, ServiceScaleRequest(instances: instances, plan: plan)))
        case .addon(let addon):
            guard instances == nil else { throw .usage("\(name) is an addon: it has --replicas, and no --instances") }
            return .scale(.addon(addon, AddonScaleRequest(plan: plan, storage: storage, replicas: replicas)))
        }
    }
}
