public import Northflank

/// Which build a service is to run: of the build service that it is linked to, or of another of its project.
public struct DeployChoice: Hashable, Sendable {
    enum Option: Hashable {
        /// The newest build of a branch, now and whenever there is another.
        case latest(branch: String)
        case build(Build)
    }

    public let service: ServiceReference
    /// Whose builds it may run, that which it is linked to first.
    var builders: [ServiceReference] = []
    /// Whose builds are listed; nil where it runs an image, or it isn't known yet what it runs.
    var builder: ServiceReference?
    /// Whether the user has chosen it: then what arrives doesn't choose another.
    var isBuilderChosen = false
    /// What it runs; nil where that isn't known yet.
    var running: Deployment.Image?
    /// Newest first.
    var options: [Option] = []
    var selected = 0
    /// Whether the user has moved: then what arrives doesn't move the selection.
    var isMoved = false

    init(service: ServiceReference) { self.service = service }

    var option: Option? { options.indices.contains(selected) ? options[selected] : nil }

    /// Nil where the selected one can't be deployed.
    var request: DeployRequest? {
        guard let option, let builder, obstacle(to: option) == nil else { return nil }
        switch option {
        case .latest(let branch): return .image(.build(of: builder.service, branch: branch, .latest), nil)
        case .build(let build):
            guard let branch = build.branch, let sha = build.sha else { return nil }
            return .image(.build(of: builder.service, branch: branch, .sha(sha)), nil)
        }
    }

    /// Why it can't be deployed; nil where it can.
    func obstacle(to option: Option) -> String? {
        guard case .build(let build) = option else { return nil }
        if build.status != .success { return "only a build that succeeded can be deployed" }
        return build.branch == nil || build.sha == nil ? "its branch or commit isn't known" : nil
    }

    var hasOtherBuilders: Bool { builders.contains { $0 != builder } }

    // MARK: - What runs

    /// The newest build of the commit that runs, of those that may have come to run.
    var runningIndex: Int? {
        guard case .build(_, _, _, let sha?) = running else { return nil }
        return options.firstIndex { option in
            guard case .build(let build) = option, build.sha == sha else { return false }
            return !build.isActive && build.health != .failing
        }
    }

    /// The build that could be deployed before the one that runs.
    var previousIndex: Int? {
        guard let runningIndex else { return nil }
        return deployable.first { $0 > runningIndex && commit(at: $0) != commit(at: runningIndex) }
    }

    /// Whether the selected one is older than what runs.
    var isRollback: Bool { runningIndex.map { selected > $0 } ?? false }

    /// What one most likely wants: the newest build where something else runs, and else the one before.
    var likely: Int {
        let newest = deployable.first
        guard let newest, let runningIndex else { return newest ?? 0 }
        return commit(at: newest) == commit(at: runningIndex) ? previousIndex ?? newest : newest
    }

    private var deployable: [Int] {
        options.indices.filter { if case .build = options[$0] { obstacle(to: options[$0]) == nil } else { false } }
    }

    private func commit(at index: Int) -> String? {
        if case .build(let build) = options[index] { build.sha } else { nil }
    }

    // MARK: - Changes

    mutating func move(to index: Int) {
        selected = min(max(0, index), max(0, options.count - 1))
        isMoved = true
    }

    /// Another build service, whose builds are to be told next.
    mutating func takeNextBuilder() {
        let next = builder.flatMap(builders.firstIndex).map { ($0 + 1) % builders.count } ?? 0
        builder = builders[next]
        isBuilderChosen = true
        isMoved = false
    }

    /// Takes what is known now of what runs and of the builds of `builder`, and keeps to what the user has selected.
    mutating func know(running: Deployment.Image?, _ builds: [Build], branch: String?) {
        let kept = isMoved ? option : nil
        self.running = running
        options = (branch.map { [.latest(branch: $0)] } ?? []) + builds.map { .build($0) }
        selected = kept.flatMap { kept in options.firstIndex { $0.isSame(as: kept) } } ?? likely
    }
}

extension DeployChoice.Option {
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.latest(let left), .latest(let right)): left == right
        case (.build(let left), .build(let right)): left.id == right.id
        case (.latest, .build), (.build, .latest): false
        }
    }
}
