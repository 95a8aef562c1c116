// The bodies of the contract's requests, as far as this project's own requests and the public guide's go.

extension Schema {
    static let createProject = Schema.object(
        [
            .required("name", .text(.projectName)),
            .optional("description", .text(.description)),
            .optional("color", .text(.init(.color))),
            .optional("region", .text(.filled)),
            .optional("clusterId", .text(.init(.clusterID))),
        ], alternatives: ["region", "clusterId"])

    static let createBuildService = Schema.object(
        named(.serviceName) + [
            .optional(
                "billing", .object([.optional("deploymentPlan", .text(.slug)), .optional("buildPlan", .text(.slug))])),
            .optional("disabledCI", .flag),
            .optional("buildSource", .word(["git", "bundle"])),
            .optional("vcsData", .object(repository)),
            .optional("buildSettings", buildSettings),
            .optional("buildConfiguration", .object(buildRules + buildConfiguration)),
        ] + buildFields)

    static let createCombinedService = Schema.object(
        named(.serviceName) + [
            .required(
                "billing", .object([.required("deploymentPlan", .text(.slug)), .optional("buildPlan", .text(.slug))])),
            .optional("disabledCI", .flag),
            .optional("buildSource", .word(["git", "bundle"])),
            .required("vcsData", .object(repository + [.required("projectBranch", .text(.filled))])),
            .required("deployment", .object([.required("instances", .integer)] + runtime)),
            .optional("buildSettings", buildSettings),
            .optional("buildConfiguration", .object(buildConfiguration)),
            .optional("ports", ports),
            .optional("runtimeEnvironment", .map),
            .optional("healthChecks", healthChecks),
        ] + buildFields)

    static let createDeploymentService = Schema.object(
        named(.serviceName) + [
            .required("billing", .object([.required("deploymentPlan", .text(.slug))])),
            .required(
                "deployment",
                .object(
                    [.required("instances", .integer)] + runtime + images, alternatives: ["internal", "external"])),
            .optional("ports", ports),
            .optional("runtimeEnvironment", .map),
            .optional("healthChecks", healthChecks),
        ])

    static let updateDeployment = Schema.object(
        [.optional("docker", docker), .optional("buildpack", buildpack)] + images,
        alternatives: ["internal", "external"])

    static let patchDeploymentService = Schema.object([
        .optional("billing", .object([.optional("deploymentPlan", .text(.slug))])),
        .optional(
            "deployment",
            .object([.required("instances", .integer)] + runtime + images, alternatives: ["internal", "external"])),
    ])

    static let patchCombinedService = Schema.object([
        .optional("billing", .object([.optional("deploymentPlan", .text(.slug))])),
        .optional(
            "deployment",
            .object([
                .optional("instances", .integer), .optional("docker", docker), .optional("buildpack", buildpack),
            ])),
    ])

    static let resumeService = Schema.object([
        .optional("instances", .integer), .optional("disabledCI", .flag), .optional("disabledCD", .flag),
    ])

    static let scaleService = Schema.object([
        .optional("instances", .integer), .optional("deploymentPlan", .text(.slug)), .optional("storage", storage),
        .optional("gracePeriodSeconds", .integer),
    ])

    static let startBuild = Schema.object(
        [
            .optional("branch", .text(.filled)),
            .optional("pullRequestId", .integer),
            .optional("sha", .text(.commit)),
            .optional("bundleUrl", .text(.filled)),
            .optional(
                "overrides",
                .object(
                    buildFields + [
                        .optional(
                            "docker",
                            .object([
                                .optional("dockerFilePath", .text(.init(.dockerFilePath))),
                                .optional("dockerWorkDir", .text(.init(.dockerWorkDir))),
                                .optional("dockerfileTarget", .text(.init(.dockerfileTarget))),
                            ]))
                    ])),
        ], alternatives: ["branch", "pullRequestId"])

    /// The older ways: an operation for each kind, with its settings among the other fields.
    static func createJob(with more: [Field]) -> Schema {
        .object(
            newJob + [
                .required("backoffLimit", .integer),
                .optional("runOnSourceChange", .word(["never", "cd-promote", "always"])),
                .optional("activeDeadlineSeconds", .integer),
            ] + more)
    }

    /// The newer way, for both kinds.
    static let createAnyJob = Schema.object(
        newJob + [
            .required(
                "settings",
                .object([
                    .required("backoffLimit", .integer),
                    .optional("runOnSourceChange", .word(["never", "cd-promote", "always"])),
                    .optional("activeDeadlineSeconds", .integer), .optional("cron", .object(cronFields)),
                ]))
        ])

    private static let newJob: [Field] =
        named(.jobName) + [
            .required(
                "billing",
                .object([.required("deploymentPlan", .text(.slug)), .optional("buildPlan", .text(.slug))])),
            .optional(
                "deployment",
                .object(
                    runtime + images + [
                        .optional("vcs", .object(repository + [.required("projectBranch", .text(.filled))]))
                    ], alternatives: ["vcs", "internal", "external"])),
            .optional("buildSettings", buildSettings),
            .optional("buildConfiguration", .object(buildConfiguration)),
            .optional("runtimeEnvironment", .map),
            .optional("healthChecks", healthChecks),
        ] + buildFields

    /// The contract leaves the schedule optional; a cron job without one never runs.
    static let cronFields: [Field] = [
        .required("schedule", .text(.init(.schedule))), .optional("suspended", .flag),
        .optional("concurrencyPolicy", .word(["allow", "forbid", "replace"])),
    ]

    static let patchJob = Schema.object([
        .optional("billing", .object([.optional("deploymentPlan", .text(.slug))])),
        .optional(
            "settings",
            .object([
                .optional("backoffLimit", .integer), .optional("activeDeadlineSeconds", .integer),
                .optional(
                    "cron",
                    .object([
                        .optional("schedule", .text(.init(.schedule))), .optional("suspended", .flag),
                        .optional("concurrencyPolicy", .word(["allow", "forbid", "replace"])),
                    ])),
            ])),
    ])

    static let resumeJob = Schema.object([
        .optional("suspended", .flag), .optional("disabledCI", .flag), .optional("disabledCD", .flag),
    ])

    static let jobSettings = Schema.object([
        .optional("backoffLimit", .integer),
        .optional("runOnSourceChange", .word(["never", "cd-promote", "always"])),
        .optional("activeDeadlineSeconds", .integer),
        .optional("schedule", .text(.init(.schedule))),
        .optional("concurrencyPolicy", .word(["allow", "forbid", "replace"])),
    ])

    static let runJob = Schema.object([
        .optional("runtimeEnvironment", .map), .optional("runtimeFiles", .map),
        .optional("dockerSecretMounts", .map),
        .optional("billing", .object([.optional("deploymentPlan", .text(.slug))])),
        .optional("deployment", .object(runtime + images, alternatives: ["internal", "external"])),
    ])

    static let createAddon = Schema.object(
        named(.addonName) + [
            .required("type", .text(.filled)),
            .required("version", .text(.filled)),
            .required(
                "billing",
                .object([
                    .required("deploymentPlan", .text(.slug)), .optional("storageClass", .text(.storageClass)),
                    .required("storage", .integer), .required("replicas", .integer),
                ])),
            .optional("tlsEnabled", .flag), .optional("externalAccessEnabled", .flag),
            .optional("typeSpecificSettings", .map),
        ])

    static let scaleAddon = Schema.object([
        .optional("deploymentPlan", .text(.slug)), .optional("storage", .integer), .optional("replicas", .integer),
    ])

    static let patchAddon = Schema.object([
        .optional(
            "billing",
            .object([
                .optional("deploymentPlan", .text(.slug)), .optional("storage", .integer),
                .optional("replicas", .integer),
            ]))
    ])

    static let backupAddon = Schema.object([
        .optional("name", .text(.backupName)),
        .optional("backupType", .word(["dump", "snapshot"])),
        .optional("compressionType", .word(["gz", "zstd"])),
        .optional("customDestinationId", .text(.slug)),
        .optional(
            "additionalDestinations",
            .list(
                .object([
                    .required("destinationId", .text(.slug)), .optional("retentionTime", .integer),
                    .required("type", .word(["custom"])),
                ]))),
    ])

    static let backupVolume = Schema.object([
        .required("name", .text(.init(.name, length: 3...39))),
        .optional("description", .text(.description)),
    ])

    static let runReleaseFlow = Schema.object([
        .optional("name", .text(.init(.name, length: 3...39))), .optional("description", .text(.description)),
        .optional("arguments", .map), .optional("overrides", .map), .optional("releaseNodeOverrides", .map),
    ])
}
