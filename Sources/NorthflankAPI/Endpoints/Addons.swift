public import Northflank

extension Addon: PageItem {
    public static var pageKey: String { "addons" }
}

extension Endpoint {
    /// The addons of a project, with their statuses.
    public static func listAddons(_ project: Project.ID) -> Self where Response == Page<Addon> {
        Self(
            "listAddons", .get, PathTemplate("projects/{projectId}/addons", project.rawValue),
            permission: "Project > Addons > General > Read")
    }

    /// One addon, with its version and what it runs on.
    public static func getAddon(_ addon: AddonReference) -> Self where Response == Single<AddonDetail> {
        Self(
            "getAddon", .get,
            PathTemplate("projects/{projectId}/addons/{addonId}", addon.project.rawValue, addon.addon.rawValue),
            permission: "Project > Addons > General > Read")
    }
}
