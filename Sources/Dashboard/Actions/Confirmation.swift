public import Northflank
public import TerminalUI

/// The question before an action: what will happen to what, and what is still to choose.
public struct Confirmation: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        /// A combined service: the latest commit of its branch.
        case buildLatest(ServiceReference)
        /// A build service: the branch is to be named.
        case buildBranch(ServiceReference, BranchChoice)
        case run(JobReference)
        case backUp(AddonReference, BackupChoice)
        case deploy(DeployChoice)
        /// Anything that is known in full.
        case action(ActionQuestion)
        /// The same for all that is marked.
        case several(Bulk)
    }

    public var subject: Subject {
        // Something else than what was said yes to.
        didSet { if Confirmation(subject: oldValue).actions != actions { isAnswered = false } }
    }
    /// Whether the first of two answers is given, where two are wanted.
    var isAnswered = false
    /// Where a no leads back to; nil where nothing was filled in.
    var draft: Draft?

    public init(subject: Subject, draft: Draft? = nil) {
        self.subject = subject
        self.draft = draft
    }

    /// The actions, once all that is asked is answered; none where they can't be sent like this.
    public var actions: [Action] {
        switch subject {
        case .buildLatest(let service): [.startBuild(service, .latest)]
        case .buildBranch(let service, let choice):
            choice.branch.isEmpty ? [] : [.startBuild(service, .branch(choice.branch))]
        case .run(let job): [.runJob(job)]
        case .backUp(let addon, let choice):
            [.backUp(addon, BackupRequest(name: choice.name, method: choice.method))]
        case .deploy(let choice): choice.request.map { [.deploy(choice.service, $0)] } ?? []
        case .action(let question): question.isTyped ? [question.action] : []
        case .several(let bulk): bulk.actions
        }
    }

    /// What is to be done first where there are no actions yet.
    var missing: String {
        switch subject {
        case .action(let question): "Type \"\(question.name)\" first."
        case .deploy(let choice):
            choice.option.flatMap(choice.obstacle).map { "\($0.capitalizedFirst)." }
                ?? "There is nothing to deploy yet."
        case .buildLatest, .buildBranch, .run, .backUp, .several: "Name a branch first."
        }
    }

    /// Takes a paste into what is being typed.
    mutating func insert(_ text: String) {
        switch subject {
        case .buildBranch(let service, var choice):
            choice.field.insert(text)
            choice.isEdited = true
            subject = .buildBranch(service, choice)
        // A name is typed, so that it is read.
        case .buildLatest, .run, .backUp, .deploy, .action, .several: break
        }
    }

    /// Whether it still holds for what is there now: false when the resource has gone meanwhile.
    func stillHolds(in account: Account) -> Bool {
        switch subject {
        case .buildLatest(let service), .buildBranch(let service, _): account.service(service) != nil
        case .run(let job): account.job(job) != nil
        case .backUp(let addon, _): account.addon(addon) != nil
        case .deploy(let choice): account.service(choice.service) != nil
        case .action(let question): account.holds(question.action.target)
        case .several(let bulk): bulk.actions.allSatisfy { account.holds($0.target) }
        }
    }
}

/// Which branch to build.
public struct BranchChoice: Hashable, Sendable {
    public enum Suggestions: Hashable, Sendable {
        case loading
        case known([Branch])
        case failed(APIError)
    }

    public var field: TextField
    public var suggestions = Suggestions.loading
    /// Whether the user has typed: then what arrives doesn't overwrite it.
    public var isEdited = false

    var branch: String { field.text.filter { !$0.isWhitespace } }

    /// Walks through the known branches.
    mutating func suggest(next step: Int) {
        guard case .known(let branches) = suggestions, !branches.isEmpty else { return }
        let current = branches.firstIndex { $0.name == branch }
        let next = current.map { ($0 + step + branches.count) % branches.count } ?? 0
        field = TextField(text: branches[next].name)
        isEdited = true
    }

    mutating func received(_ result: Result<[Branch], APIError>) {
        switch result {
        case .success(let branches):
            suggestions = .known(branches)
            let main = branches.first { ["main", "master"].contains($0.name) } ?? branches.first
            if !isEdited, branch.isEmpty, let main { field = TextField(text: main.name) }
        case .failure(let error): suggestions = .failed(error)
        }
    }
}

/// How to back up, and under what name.
public struct BackupChoice: Hashable, Sendable {
    public var name: String
    public var method: BackupRequest.Method
    /// What the addon's type can do. Snapshot alone until the addon types are known.
    public var methods: [BackupRequest.Method]
    /// It waits until the addon runs again.
    public var isScheduled: Bool

    mutating func switchMethod() {
        guard let index = methods.firstIndex(of: method) else { return }
        method = methods[(index + 1) % methods.count]
    }
}
