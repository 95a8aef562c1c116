// What the bodies of several requests have in common.

extension Schema {
    /// Name, description and tags; the name's length differs.
    static func named(_ rule: TextRule) -> [Field] {
        [
            .required("name", .text(rule)),
            .optional("description", .text(.description)),
            .optional("tags", .list(.text(.slug))),
        ]
    }

    static let repository: [Field] = [
        .required("projectUrl", .text(.init(.repository))),
        .required("projectType", .word(["bitbucket", "gitlab", "github", "self-hosted", "azure"])),
        .optional("accountLogin", .text(.any)),
        .optional("vcsLinkId", .text(.vcsLinkID)),
    ]

    static let buildSettings = Schema.object(
        [
            .optional(
                "dockerfile",
                .object([
                    .optional("buildEngine", .word(["buildkit", "kaniko"])),
                    .required("dockerFilePath", .text(.init(.dockerFilePath))),
                    .required("dockerWorkDir", .text(.init(.dockerWorkDir))),
                ])),
            .optional(
                "buildpack",
                .object([
                    .optional("builder", .text(.filled)), .optional("buildpackLocators", .list(.text(.any))),
                    .optional("buildContext", .text(.init(.dockerWorkDir))), .optional("useCache", .flag),
                ])),
        ], alternatives: ["dockerfile", "buildpack"])

    /// Which branches and pull requests a build service builds.
    static let buildRules: [Field] = [
        .optional("prRestrictions", .list(.text(.init(.restriction)))),
        .optional("branchRestrictions", .list(.text(.init(.restriction)))),
    ]

    static let buildConfiguration: [Field] = [
        .optional("pathIgnoreRules", .list(.text(.init(length: 0...260)))),
        .optional("isAllowList", .flag),
        .optional("ciIgnoreFlagsEnabled", .flag),
        .optional("ciIgnoreFlags", .list(.text(.ignoreFlag))),
        .optional("dockerfileTarget", .text(.any)),
        .optional("includeGitFolder", .flag),
        .optional("fullGitClone", .flag),
        .optional("enableGitLfs", .flag),
    ]

    static let buildFields: [Field] = [
        .optional("buildArguments", .map), .optional("buildFiles", .map), .optional("dockerSecretMounts", .map),
    ]

    static let docker = Schema.object([
        .required(
            "configType", .word(["default", "customEntrypoint", "customCommand", "customEntrypointCustomCommand"])),
        .optional("customEntrypoint", .text(.any)),
        .optional("customCommand", .text(.any)),
    ])

    static let buildpack = Schema.object([
        .required(
            "configType",
            .word([
                "default", "customProcess", "customCommand", "customEntrypointCustomCommand",
                "originalEntrypointCustomCommand",
            ])),
        .optional("customProcess", .text(.any)),
        .optional("customEntrypoint", .text(.any)),
        .optional("customCommand", .text(.any)),
    ])

    static let storage = Schema.object([
        .optional("useHdbStorage", .flag), .optional("usePdSsdStorage", .flag), .optional("shmSize", .integer),
        .optional("ephemeralStorage", .object([.optional("storageSize", .integer)])),
    ])

    /// How a container is started, and its disk.
    static let runtime: [Field] = [
        .optional("docker", docker), .optional("buildpack", buildpack), .optional("storage", storage),
    ]

    /// What is run: a build of this account, or an image from a registry.
    static let images: [Field] = [
        .optional(
            "internal",
            .object([
                .optional("id", .text(.serviceID)),
                .optional("branch", .text(.filled)),
                .optional("buildSHA", .either([.text(.commit), .word(["latest"])])),
                .optional("buildId", .text(.filled)),
            ])),
        .optional(
            "external",
            .object([
                .required("imagePath", .text(.init(.imagePath))),
                .optional("credentials", .text(.init(.credentials))),
            ])),
    ]

    static let ports = Schema.list(
        .object([
            .required("name", .text(.init(.serviceID, length: 1...8))), .required("internalPort", .integer),
            .optional("public", .flag), .required("protocol", .word(["HTTP", "HTTP/2", "TCP", "UDP"])),
        ]))

    static let healthChecks = Schema.list(
        .object([
            .required("protocol", .word(["HTTP", "CMD", "TCP"])),
            .required("type", .word(["livenessProbe", "readinessProbe", "startupProbe"])),
            .optional("path", .text(.init(.healthCheckPath))), .optional("cmd", .text(.any)),
            .optional("port", .integer), .required("initialDelaySeconds", .integer),
            .required("periodSeconds", .integer), .required("timeoutSeconds", .integer),
            .required("failureThreshold", .integer), .optional("successThreshold", .integer),
        ]))
}
