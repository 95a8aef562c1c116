internal import ArgumentParser
internal import Northflank

/// By what data or a service can be lost, that is only done to a name that was said twice.
struct ConfirmingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The same name once more, as project/name by ids: where data or a service can be lost.", valueName: "name"))
    var confirm: String?
}

extension Action {
    /// - Throws: where it is dangerous, and another thing was confirmed or none.
    func check(confirmed: String?) throws(Complaint) {
        guard isDangerous, confirmed != target.path else { return }
        throw .usage("nothing was sent: \(self) can lose what is there; say so by --confirm \(target.path)")
    }
}
