import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a build prints, line by line, as it goes.
struct BuildLog: Sendable {
    /// Oldest first, up to that time. Made from the build alone, so nothing of it is kept.
    static func lines(of build: World.Build, repository: String, until now: Date) -> [LoggedLine] {
        let plan = build.plan
        let container = "build-\(build.id)"
        var lines: [LoggedLine] = []
        func print(_ text: String, _ elapsed: TimeInterval) {
            lines.append(LoggedLine(at: build.createdAt + elapsed, container: container, text: text))
        }
        if let start = plan.start(of: .starting) {
            print("Preparing build \(build.id) on nf-compute-400-16", start)
        }
        if let start = plan.start(of: .cloning) {
            print("Cloning \(repository), branch \(build.branch)", start)
            print("HEAD is now at \(build.commit.sha.prefix(7)) \(build.commit.message)", start + 1.5)
        }
        if let start = plan.start(of: .building) {
            let length = (plan.start(of: .uploading) ?? plan.duration) - start
            let shown = plan.start(of: .uploading) == nil ? steps.count * 3 / 4 : steps.count
            for (index, text) in steps.prefix(shown).enumerated() {
                print(text, start + length * Double(index) / Double(shown))
            }
        }
        if let start = plan.start(of: .uploading) {
            print("#16 exporting layers", start)
            print("#16 pushing manifest for \(build.commit.sha.prefix(12))", start + 2)
        }
        print(conclusion(of: build), plan.duration)
        var past = lines.filter { $0.at <= min(now, build.concludesAt) }
        if let abortedAt = build.abortedAt, abortedAt <= now {
            past.append(LoggedLine(at: abortedAt, container: container, text: "Build was aborted"))
        }
        return past
    }

    private static func conclusion(of build: World.Build) -> String {
        switch build.outcome {
        case .success: "Image successfully built"
        case .failure: "ERROR: process \"/bin/sh -c npm run build\" did not complete successfully: exit code: 1"
        default: "Build ended: \(build.outcome)"
        }
    }

    private static let steps = [
        "#1 [internal] load build definition from Dockerfile", "#1 transferring dockerfile: 1.34kB done",
        "#2 [internal] load metadata for docker.io/library/node:22-bookworm-slim", "#3 [internal] load .dockerignore",
        "#4 [build 1/7] FROM docker.io/library/node:22-bookworm-slim", "#5 importing cache manifest",
        "#6 [build 2/7] WORKDIR /app", "#7 [build 3/7] COPY package.json package-lock.json ./",
        "#8 [build 4/7] RUN npm ci --no-audit", "#8 4.812 added 1184 packages in 4s", "#9 [build 5/7] COPY . .",
        "#10 [build 6/7] RUN npm run lint", "#10 6.204 no problems found", "#11 [build 7/7] RUN npm run build",
        "#11 2.118 vite v6.0.1 building for production...", "#11 9.930 transforming (2318) src/routes/index.ts",
        "#11 14.52 rendering chunks (184)...", "#11 17.03 built in 14.91s",
        "#12 [stage-1 2/4] COPY --from=build /app/dist ./dist", "#13 [stage-1 3/4] RUN npm prune --omit=dev",
        "#14 [stage-1 4/4] USER node", "#15 exporting to image",
    ]
}
