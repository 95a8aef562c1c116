import Northflank
import TerminalUI

// The fields of each form: those that are required, and those that are wanted most. What else a body may hold is
// written in the editor.

extension State {
    func fields(of subject: Draft.Subject) -> [Form.Field] {
        switch subject {
        case .create(let kind, _): kindField(kind) + fields(of: kind)
        case .build(let service): buildFields(of: service)
        case .run(let job): runFields(of: job)
        case .deployImage(let service): imageFields(of: service)
        case .scaleService(let service): scaleFields(of: service)
        case .scaleAddon(let addon): scaleFields(of: addon)
        }
    }

    // MARK: - Creating

    /// Where there are several kinds of it.
    private func kindField(_ kind: Creation.Kind) -> [Form.Field] {
        guard let kinds = kind.siblings else { return [] }
        return [
            .choice(
                Draft.kindField, "Kind", kinds.map { .init($0.rawValue, $0.words) }, kind.rawValue,
                note: "The arrows choose; the other fields follow.")
        ]
    }

    private func fields(of kind: Creation.Kind) -> [Form.Field] {
        let name = contractField("name", "Name", kind)
        switch kind {
        case .project:
            return [name, regionField, contractField("description", "Description", kind)]
        case .buildService:
            return [name] + repositoryFields("vcsData.", kind) + dockerfileFields(kind)
        case .combinedService:
            return [name] + repositoryFields("vcsData.", kind)
                + [contractField("vcsData.projectBranch", "Branch", kind, "main")] + dockerfileFields(kind)
                + [planField("billing.deploymentPlan"), instancesField]
        case .deploymentService:
            return [
                name, contractField("deployment.external.imagePath", "Image", kind),
                planField("billing.deploymentPlan"),
                instancesField,
            ]
        case .job, .cronJob:
            let cron =
                kind == .cronJob
                ? [
                    contractField("schedule", "Schedule", kind, "0 3 * * *"),
                    Form.Field.choice(
                        "concurrencyPolicy", "While one runs", ["forbid", "allow", "replace"].map { .init($0) },
                        note: "What becomes of a run that is due while the last one goes on."),
                ] : []
            return [name] + cron + [
                contractField("deployment.external.imagePath", "Image", kind), planField("billing.deploymentPlan"),
                contractField("backoffLimit", "Retries", kind, "0"),
            ]
        case .addon: return [name] + addonFields(kind)
        }
    }

    /// What it may hold, the contract says.
    private func contractField(
        _ path: String, _ label: String, _ kind: Creation.Kind, _ text: String = ""
    ) -> Form.Field {
        let field = kind.operation.body?.field(at: path)
        let words = field?.schema.words ?? ""
        return .text(
            path, label, text, note: "\(field?.isRequired == true ? "Required. " : "")\(words.capitalizedFirst)")
    }

    private func repositoryFields(_ path: String, _ kind: Creation.Kind) -> [Form.Field] {
        [
            contractField("\(path)projectUrl", "Repository", kind),
            .choice(
                "\(path)projectType", "Host", RepositoryAddress.Host.allCases.map { .init($0.rawValue) }, "github",
                note: "Where the repository is."),
        ]
    }

    private func dockerfileFields(_ kind: Creation.Kind) -> [Form.Field] {
        [
            contractField("buildSettings.dockerfile.dockerFilePath", "Dockerfile", kind, "/Dockerfile"),
            contractField("buildSettings.dockerfile.dockerWorkDir", "Build in", kind, "/"),
        ]
    }

    private var instancesField: Form.Field { .text("deployment.instances", "Instances", "1", note: "Whole number") }

    private var regionField: Form.Field {
        let options = (regions() ?? []).map { region in
            Form.Option(region.id, "\(region.name ?? region.id)\(region.place.map { " (\($0))" } ?? "")")
        }
        if options.isEmpty {
            return .text("region", "Region", note: "europe-west, for example.\(trouble(with: .regions))")
        }
        return .choice("region", "Region", options, note: "The arrows choose, and so does a first letter.")
    }

    private func addonFields(_ kind: Creation.Kind) -> [Form.Field] {
        let types = account.addonTypes.values.sorted { $0.type < $1.type }
        guard !types.isEmpty else {
            return [
                contractField("type", "Type", kind), contractField("version", "Version", kind, "latest"),
                planField("billing.deploymentPlan"), contractField("billing.storage", "Storage (MB)", kind),
                contractField("billing.replicas", "Replicas", kind, "1"),
            ]
        }
        let chosen = draftValue("type").flatMap { account.addonTypes[$0] } ?? types[0]
        return [
            .choice(
                "type", "Type", types.map { .init($0.type, $0.name ?? $0.type) }, chosen.type,
                note: chosen.description ?? "The arrows choose."),
            .text(
                "version", "Version", "latest", suggestions: ["latest"] + chosen.versions,
                note: "Tab walks through the versions."),
            planField("billing.deploymentPlan"),
            .text(
                "billing.storage", "Storage (MB)",
                (chosen.storage.standard ?? chosen.storage.options.first).map(String.init) ?? "",
                suggestions: chosen.storage.options.map(String.init), note: "Tab walks through the sizes."),
            .text(
                "billing.replicas", "Replicas", (chosen.replicas.standard).map(String.init) ?? "1",
                suggestions: chosen.replicas.options.map(String.init), note: "Whole number"),
        ]
    }

    /// What the open form's field holds.
    private func draftValue(_ name: String) -> String? {
        guard case .draft(let draft) = overlay else { return nil }
        return draft.form[name]?.value
    }

    // MARK: - Overrides

    private func buildFields(of service: ServiceReference) -> [Form.Field] {
        let kept = overrides[.service(service)] ?? [:]
        let source: [Form.Field] =
            account.service(service)?.kind == .build
            ? [
                .text(
                    "branch", "Branch", kept["branch"] ?? latestBranch(of: service) ?? "",
                    suggestions: knownBranches(of: service), note: "A branch, or below a pull request."),
                .text("pullRequestId", "Pull request", kept["pullRequestId"] ?? "", note: "Its number."),
            ] : []
        return source + [
            .text("sha", "Commit", note: "All 40 characters. Empty for the latest."),
            .text(
                "overrides.buildArguments", "Arguments", kept["overrides.buildArguments"] ?? "",
                note: "NAME=value, with blanks between several. Only names are remembered."),
            .text(
                "overrides.docker.dockerFilePath", "Dockerfile", kept["overrides.docker.dockerFilePath"] ?? "",
                note: "A path from the root. Empty for the service's own."),
        ]
    }

    /// Of what was built, newest first.
    private func knownBranches(of service: ServiceReference) -> [String] {
        (account.builds[service] ?? []).compactMap(\.branch).reduce(into: []) { branches, branch in
            if !branches.contains(branch) { branches.append(branch) }
        }
    }

    private func runFields(of job: JobReference) -> [Form.Field] {
        let kept = overrides[.job(job)] ?? [:]
        return [
            .text(
                "runtimeEnvironment", "Environment", kept["runtimeEnvironment"] ?? "",
                note: "NAME=value, with blanks between several, beside the job's own. Only names are remembered."),
            .text(
                "billing.deploymentPlan", "Plan", kept["billing.deploymentPlan"] ?? "",
                suggestions: (plans() ?? []).map(\.id),
                note: "Empty for the job's own.\(trouble(with: .plans))"),
            .text(
                "deployment.external.imagePath", "Image", kept["deployment.external.imagePath"] ?? "",
                note: "Of a registry. Empty for the job's own; Ctrl-e takes a build, and another start."),
        ]
    }

    // MARK: - Images and sizes

    private func imageFields(of service: ServiceReference) -> [Form.Field] {
        let detail = account.serviceDetails[service]
        return [
            .text(
                "external.imagePath", "Image",
                note: "\(detail.map { "Now \(words(of: $0.deployment?.image)). " } ?? "")nginx:1.27 is Docker Hub's."),
            .text(
                "external.credentials", "Credentials",
                note: "The id of saved credentials, for a private registry. Empty for none."),
        ]
    }

    private func scaleFields(of service: ServiceReference) -> [Form.Field] {
        let detail = account.serviceDetails[service]
        return [
            .text("instances", "Instances", note: now(detail?.deployment?.instances.map(String.init), "0 stops it.")),
            planField("deploymentPlan", note: now(detail?.plan, "Tab walks through the plans.")),
        ]
    }

    private func scaleFields(of addon: AddonReference) -> [Form.Field] {
        let detail = account.addonDetails[addon]
        let type = account.addon(addon)?.type.flatMap { account.addonTypes[$0] }
        return [
            .text(
                "replicas", "Replicas", suggestions: (type?.replicas.options ?? []).map(String.init),
                note: now(detail?.replicas.map(String.init))),
            .text(
                "storage", "Storage (MB)", suggestions: (type?.storage.options ?? []).map(String.init),
                note: now(detail?.storage.map(String.init), "A disk only grows.")),
            planField("deploymentPlan", note: now(detail?.plan, "Tab walks through the plans.")),
        ]
    }

    private func planField(_ path: String, note: String = "Tab walks through the plans.") -> Form.Field {
        .text(path, "Plan", suggestions: (plans() ?? []).map(\.id), note: note + trouble(with: .plans))
    }

    /// What it is now, and that nothing changes by itself.
    private func now(_ value: String?, _ more: String = "") -> String {
        "\(value.map { "Now \($0). " } ?? "")Empty leaves it as it is. \(more)"
    }

    /// Why a list can't be chosen from.
    private func trouble(with catalogue: Catalogue) -> String {
        guard case .failure(let error) = catalogues[catalogue] else { return "" }
        return " They can't be read: \(error)."
    }
}

extension Creation.Kind {
    /// Kinds that stand for choice with it; nil where it is the only one.
    var siblings: [Creation.Kind]? {
        switch self {
        case .project, .addon: nil
        case .deploymentService, .combinedService, .buildService: [.deploymentService, .combinedService, .buildService]
        case .job, .cronJob: [.job, .cronJob]
        }
    }
}
