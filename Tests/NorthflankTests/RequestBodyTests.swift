import Testing

@testable import Northflank

/// Requests that are read from a body, as an editor leaves it: nothing of it is lost on the way.
struct RequestBodyTests {
    @Test func whatARunHasNoNameForGoesAlong() {
        let body: JSONValue = [
            "runtimeEnvironment": ["A": "1"], "runtimeFiles": ["/a": "text"], "billing": ["deploymentPlan": "p"],
            "deployment": [
                "external": ["imagePath": "nginx:1.27", "credentials": "registry"],
                "docker": ["configType": "customCommand", "customCommand": "true"],
                "storage": ["ephemeralStorage": ["storageSize": 2048]],
            ],
        ]
        let request = RunRequest(body)
        #expect(request.json == body)
        #expect(request.environment == ["A": "1"])
        #expect(request.image == .registry(image: "nginx:1.27", credentials: "registry"))
        #expect(request.runtime == .docker(.command("true")))
        #expect(request.more.names == ["deployment", "runtimeFiles"])
    }

    @Test(arguments: [
        RunRequest(), RunRequest(environment: ["A": "1"], plan: "p"),
        RunRequest(image: .build(of: "web", branch: "main", .latest), runtime: .buildpack(.process("web"))),
    ])
    func whatARunSaysIsReadBack(request: RunRequest) { #expect(RunRequest(request.json) == request) }

    @Test(arguments: [
        BuildRequest(), BuildRequest(.branch("main"), sha: "f00"), BuildRequest(.pullRequest(7)),
        BuildRequest(
            overrides: BuildOverrides(
                arguments: ["A": "1"], dockerfile: "/Dockerfile", workingDirectory: "/app", target: "production")),
    ])
    func whatABuildSaysIsReadBack(request: BuildRequest) { #expect(BuildRequest(request.json) == request) }

    @Test func aNameWithoutAValueSaysNothing() {
        #expect(RunRequest(["runtimeEnvironment": .null, "deployment": ["external": .null]]) == RunRequest())
    }

    @Test func whatABuildHasNoNameForGoesAlong() {
        let body: JSONValue = [
            "bundleUrl": "https://example.com/b.tgz", "overrides": ["buildArguments": ["A": "1"], "other": [:]],
        ]
        #expect(
            BuildRequest(body).json == [
                "bundleUrl": "https://example.com/b.tgz", "overrides": ["buildArguments": ["A": "1"]],
            ])
    }

    @Test(arguments: [
        DeployRequest.image(.build(of: "web", branch: "main", .latest), nil),
        .image(.build(of: "web", branch: "main", .sha("f00")), .docker(.standard)),
        .image(.registry(image: "nginx", credentials: nil), .docker(.entrypoint("/run"))),
        .runtime(.docker(.both(entrypoint: "/run", command: "it"))),
        .runtime(.buildpack(.both(entrypoint: "/run", command: "it"))),
        .runtime(.buildpack(.originalEntrypoint(command: "it"))), .runtime(.buildpack(.command("it"))),
    ])
    func whatADeploymentSaysIsReadBack(request: DeployRequest) { #expect(DeployRequest(request.json) == request) }

    @Test(
        arguments: [
            [:], ["internal": ["id": "web", "buildId": "b1"]],
            ["external": ["imagePath": "nginx"], "unknown": 1], ["docker": ["configType": "customCommand"]],
        ] as [JSONValue])
    func aDeploymentThatCanNotBeSaidWholeIsNone(body: JSONValue) { #expect(DeployRequest(body) == nil) }

    @Test func theStorageOfAServiceIsScaledToo() {
        let body: JSONValue = ["instances": 2, "storage": ["ephemeralStorage": ["storageSize": 2048]]]
        #expect(ServiceScaleRequest(body).json == body)
        #expect(
            Scaling.service(ServiceReference(project: "p", service: "s"), .init(body)).words == "2 instances, storage")
        #expect(AddonScaleRequest(["storage": 8192]).json == ["storage": 8192])
    }
}
