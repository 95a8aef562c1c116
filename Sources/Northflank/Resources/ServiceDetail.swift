#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A service fetched by its id: what the list tells, where its code comes from, and what it runs.
public struct ServiceDetail: Hashable, Sendable {
    public var service: Service
    public var createdAt: Date?
    public var paused: Bool?
    /// The repository's address.
    public var repository: String?
    /// The branch that is linked, so that a build without one takes its latest commit.
    public var branch: String?
    /// `nf-compute-50`
    public var plan: String?
    public var deployment: Deployment?
    public var ports: [ServicePort]

    public init(
        service: Service, createdAt: Date? = nil, paused: Bool? = nil, repository: String? = nil, branch: String? = nil,
        plan: String? = nil, deployment: Deployment? = nil, ports: [ServicePort] = []
    ) {
        self.service = service
        self.createdAt = createdAt
        self.paused = paused
        self.repository = repository
        self.branch = branch
        self.plan = plan
        self.deployment = deployment
        self.ports = ports
    }
}

extension ServiceDetail: Decodable {
    private enum Keys: String, CodingKey {
        case createdAt, vcsData, billing, deployment, ports
        case paused = "servicePaused"
    }

    private struct Billing: Decodable { var deploymentPlan: String? }

    private struct Repository: Decodable {
        var url: String?
        var branch: String?

        enum Keys: String, CodingKey { case projectUrl, projectBranch }

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            url = fields.optional(.projectUrl)
            branch = fields.optional(.projectBranch)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        service = try Service(from: decoder)
        createdAt = fields.time(.createdAt)
        paused = fields.flag(.paused)
        let source: Repository? = fields.optional(.vcsData)
        repository = source?.url
        branch = source?.branch
        plan = fields.optional(.billing, Billing.self)?.deploymentPlan
        deployment = fields.optional(.deployment)
        ports = fields.optional(.ports, TolerantList<ServicePort>.self)?.items ?? []
    }
}
