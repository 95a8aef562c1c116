public import Northflank

extension Service: PageItem {
    public static var pageKey: String? { "services" }
}

extension Container: PageItem {
    public static var pageKey: String? { "containers" }
}

extension Endpoint {
    /// The services of a project, with the status of each one's latest build and deployment.
    public static func listServices(_ project: Project.ID) -> Self where Response == Page<Service> {
        Self(.listServices, [project.rawValue])
    }

    /// One service, with the branch it is linked to and what it runs.
    public static func getService(_ service: ServiceReference) -> Self where Response == Single<ServiceDetail> {
        Self(.getService, service.path)
    }

    /// Creates a build, combined or deployment service. A build service starts no build by itself.
    public static func createService(
        in project: Project.ID, _ request: ServiceRequest
    ) -> Self where Response == Single<Service> {
        let operation: APIOperation =
            switch request.work {
            case .builds: .createBuildService
            case .buildsAndRuns: .createCombinedService
            case .runs: .createDeploymentService
            }
        return Self(operation, [project.rawValue], body: request.json)
    }

    /// What a service runs.
    public static func getServiceDeployment(
        _ service: ServiceReference
    ) -> Self where Response == Single<Deployment> {
        Self(.getServiceDeployment, service.path)
    }

    /// Deploys a build or an image, or changes how it is started.
    public static func deploy(
        to service: ServiceReference, _ request: DeployRequest
    ) -> Self where Response == Accepted {
        Self(.updateServiceDeployment, service.path, body: request.json)
    }

    public static func pauseService(_ service: ServiceReference) -> Self where Response == Accepted {
        Self(.pauseService, service.path)
    }

    /// Nil for as many instances as it had.
    public static func resumeService(
        _ service: ServiceReference, instances: Int? = nil
    ) -> Self where Response == Accepted {
        Self(.resumeService, service.path, body: ["instances": instances.map { .number(Double($0)) }])
    }

    public static func restartService(_ service: ServiceReference) -> Self where Response == Accepted {
        Self(.restartService, service.path)
    }

    public static func scaleService(
        _ service: ServiceReference, _ request: ServiceScaleRequest
    ) -> Self where Response == Accepted {
        Self(.scaleService, service.path, body: request.json)
    }

    /// The contract's newer way to scale and to deploy. A deployment service asks for its instances with anything that
    /// it deploys; a combined service takes no image.
    public static func patchService(
        _ service: ServiceReference, _ kind: ServiceKind, _ request: ServiceScaleRequest, image: ImageSource? = nil,
        runtime: Runtime? = nil
    ) -> Self where Response == Accepted {
        Self(
            kind == .combined ? .patchCombinedService : .patchDeploymentService, service.path,
            body: request.patch(image: image, runtime: runtime))
    }

    /// The containers of the latest deployment.
    public static func listServiceContainers(_ service: ServiceReference) -> Self where Response == Page<Container> {
        Self(.listServiceContainers, service.path)
    }

    public static func getServiceHealthChecks(
        _ service: ServiceReference
    ) -> Self where Response == Single<HealthChecks> {
        Self(.getServiceHealthChecks, service.path)
    }
}
