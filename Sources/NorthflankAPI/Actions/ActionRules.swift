internal import Northflank

extension Action {
    /// What the contract would refuse, known before anything is sent; nil where nothing is wrong.
    var problem: APIError.Problem? {
        switch self {
        case .startBuild(let service, let request): Endpoint.startServiceBuild(service, request).problem
        case .runJob(let job): Endpoint.runJob(job).problem
        case .backUp(let addon, let request): Endpoint.backupAddon(addon, request).problem
        }
    }
}
