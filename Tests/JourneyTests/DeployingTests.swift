import Dashboard
import Northflank
import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

@testable import northwatch

/// Deploying, rolling back, creating, and what a role forbids, on a simulated account over real sockets.
@Suite(.serialized) struct DeployingTests {
    @Test func twoKeysRollBackAndTwoMoreRollForward() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Storefront", pane: "2")
            try journey.press("D")
            try await journey.expect("runs now")
            try await journey.expect("roll back")
            #expect(await simulator.posts.isEmpty)
            try journey.press("enter")
            try await journey.expect("to Storefront accepted.")
            try await journey.follow(["to Storefront completed"], simulator, step: .seconds(20))
            let post = try #require(await simulator.posts.first)
            #expect(post.path.hasSuffix("/services/storefront/deployment"))
            // Now that an older one runs, the newest is what one most likely wants.
            try journey.press("esc", "D")
            try await journey.expect("Enter deploy")
            try journey.press("enter")
            try await journey.expect("to Storefront accepted.")
            #expect(await simulator.posts.count == 2)
        }
    }

    @Test func anImageIsDeployedToAServiceThatDeploys() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Metabase", pane: "2")
            try journey.press("D", "i")
            try await journey.expect("Deploy an image to")
            journey.type("nginx:1.27")
            try journey.press("enter")
            try await journey.expect("Then     nginx:1.27")
            try journey.press("enter")
            try await journey.expect("accepted.")
            #expect(await simulator.posts.first?.body == #"{"external":{"imagePath":"nginx:1.27"}}"#)
        }
    }

    @Test func aProjectAndAServiceInItAreCreated() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try journey.press("1", "A")
            try await journey.expect("Europe West (London)")
            journey.type("Winter sale")
            try journey.press("enter")
            try await journey.expect("It is created")
            try journey.press("enter")
            try await journey.expect("Creation of project Winter sale accepted as winter-sale.")
            try await journey.expect("Creation of project Winter sale done after")
            try journey.press("G", "2", "A")
            try await journey.expect("New deployment service in Winter sale")
            try journey.press("down")
            journey.type("Landing page")
            try journey.press("down")
            journey.type("nginx:1.27")
            try journey.press("down")
            journey.type("nf-compute-10")
            try journey.press("enter", "enter")
            try await journey.expect("Creation of deployment service Landing page in Winter sale accepted")
            #expect(
                await simulator.posts.map(\.path) == ["/v1/projects", "/v1/projects/winter-sale/services/deployment"])
        }
    }

    @Test func aNameThatIsTakenIsRefusedInTheAPIsWords() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try journey.press("1", "A")
            try await journey.expect("Europe West (London)")
            journey.type("Checkout")
            try journey.press("enter", "enter")
            try await journey.expect("was not started: conflict")
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func whatTheRoleForbidsIsNamedAndNotTriedTwice() async throws {
        let permission = "Project > Services > Deployment > Deploy Build"
        let all = Set(APIOperation.allCases.compactMap(\.permission))
        let simulator = try Simulator(
            SimulatorConfiguration(
                token: "journey-token", permissions: all.subtracting([permission]), clock: .manual()))
        try await journey(Session(host: "127.0.0.1"), .simulator(simulator)) { journey in
            try await journey.expect("2 Services")
            try await journey.select("Storefront", pane: "2")
            try journey.press("B", "enter")
            try await journey.expect("not allowed")
            #expect(await simulator.posts.count == 1)
            try journey.press("esc", "B")
            try await journey.expect("Your API role lacks")
            try await journey.expect("B\u{336} b\u{336}u\u{336}i\u{336}l\u{336}d\u{336}")
            #expect(await simulator.posts.count == 1)
            // What the first refusal said may still stand there.
            try await journey.expectNo("not allowed")
            try journey.press("r", "B", "enter")
            try await journey.expect("not allowed")
            #expect(await simulator.posts.count == 2)
        }
    }
}
