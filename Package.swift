// swift-tools-version:6.2
import PackageDescription

/// One set of strict rules for every module.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "northwatch",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "northwatch", targets: ["northwatch"])
    ],
    dependencies: [
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses",
            providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]
        ),
        .target(name: "CTerminalGuard"),
        module("TerminalUI"),
        module("TerminalSession", ["TerminalUI", "CNcurses", "CTerminalGuard"]),
        module("Northflank"),
        module(
            "NorthflankAPI",
            [
                "Northflank",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        module(
            "NorthflankSimulator",
            [
                "Northflank",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        module("Refresh", ["Northflank"]),
        module("PrivateFile"),
        module("Store", ["Northflank", .product(name: "GRDB", package: "GRDB.swift")]),
        module("Dashboard", ["Northflank", "TerminalUI"]),
        .executableTarget(
            name: "northwatch",
            dependencies: [
                "Dashboard", "Northflank", "NorthflankAPI", "NorthflankSimulator", "PrivateFile", "Refresh",
                "Store",
                "TerminalSession", "TerminalUI",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            // A link to the package's `themes/`, the one source of them.
            resources: [.embedInCode("Configuration/themes")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "store-bench", dependencies: ["Northflank", "Store"], path: "Benchmarks/StoreBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "update-bench", dependencies: ["Dashboard", "Northflank", "TerminalUI"],
            path: "Benchmarks/UpdateBench", swiftSettings: strict
        ),
        module("TestSupport", ["TerminalUI"]),
        tests("TerminalUITests", ["TerminalUI", "TestSupport", .product(name: "Yams", package: "Yams")]),
        tests("TerminalSessionTests", ["TerminalSession", "TestSupport"]),
        tests("NorthflankTests", ["Northflank", "TestSupport"]),
        tests(
            "NorthflankAPITests",
            [
                "Northflank", "NorthflankAPI", "NorthflankSimulator", "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        tests(
            "NorthflankSimulatorTests",
            [
                "Northflank", "NorthflankSimulator",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        tests("RefreshTests", ["Northflank", "Refresh", "TestSupport"]),
        tests(
            "StoreTests", ["Northflank", "Store", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("DashboardTests", ["Dashboard", "TestSupport"]),
        tests(
            "NorthwatchTests",
            [
                "northwatch", "Dashboard", "Northflank", "NorthflankAPI", "NorthflankSimulator", "Refresh",
                "TerminalUI",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        tests(
            "JourneyTests",
            [
                "northwatch", "Dashboard", "Northflank", "NorthflankAPI", "NorthflankSimulator", "Refresh", "Store",
                "TerminalSession", "TerminalUI", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests("EndToEndTests", ["northwatch", "TerminalUI", "TestSupport"]),
        .executableTarget(
            name: "RefreshBench",
            dependencies: ["Northflank", "Refresh"],
            path: "Benchmarks/RefreshBench",
            swiftSettings: strict
        ),
        tests("PTYTests", ["TestSupport", "terminal-fixture"]),
        .executableTarget(
            name: "terminal-fixture",
            dependencies: ["TerminalSession", "TerminalUI"],
            path: "Tests/Fixtures/TerminalFixture",
            swiftSettings: strict
        ),
    ]
)
