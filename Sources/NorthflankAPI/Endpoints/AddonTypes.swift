public import Northflank

extension AddonType: PageItem {
    public static var pageKey: String? { "addonTypes" }
}

extension Endpoint {
    /// What addon types the platform offers. The contract doesn't describe it, so no permission and no team path of
    /// it are known; the public guide does.
    public static func listAddonTypes() -> Self where Response == Page<AddonType> { Self(.listAddonTypes) }
}
