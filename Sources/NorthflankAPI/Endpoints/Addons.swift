public import Northflank

extension Addon: PageItem {
    public static var pageKey: String? { "addons" }
}

extension Endpoint {
    /// The addons of a project, with their statuses.
    public static func listAddons(_ project: Project.ID) -> Self where Response == Page<Addon> {
        Self(.listAddons, [project.rawValue])
    }

    /// One addon, with its version and what it runs on.
    public static func getAddon(_ addon: AddonReference) -> Self where Response == Single<AddonDetail> {
        Self(.getAddon, addon.path)
    }

    public static func createAddon(
        in project: Project.ID, _ request: AddonRequest
    ) -> Self where Response == Single<Addon> {
        Self(.createAddon, [project.rawValue], body: request.json)
    }

    public static func pauseAddon(_ addon: AddonReference) -> Self where Response == Accepted {
        Self(.pauseAddon, addon.path)
    }

    public static func resumeAddon(_ addon: AddonReference) -> Self where Response == Accepted {
        Self(.resumeAddon, addon.path)
    }

    public static func restartAddon(_ addon: AddonReference) -> Self where Response == Accepted {
        Self(.restartAddon, addon.path)
    }

    public static func scaleAddon(
        _ addon: AddonReference, _ request: AddonScaleRequest
    ) -> Self where Response == Accepted {
        Self(.scaleAddonResources, addon.path, body: request.json)
    }

    /// The contract's newer way to scale.
    public static func patchAddon(
        _ addon: AddonReference, _ request: AddonScaleRequest
    ) -> Self where Response == Accepted {
        Self(.patchAddon, addon.path, body: request.patch)
    }

    public static func listAddonContainers(_ addon: AddonReference) -> Self where Response == Page<Container> {
        Self(.listAddonContainers, addon.path)
    }
}
