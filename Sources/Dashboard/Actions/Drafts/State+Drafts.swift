import Northflank
import TerminalUI

extension State {
    /// Opens the form of an action, and reads what its fields choose from.
    mutating func fillIn(_ subject: Draft.Subject) -> [Effect] {
        // Its fields depend on what is filled in: that is nothing yet.
        overlay = .draft(Draft(subject: subject, form: Form([])))
        refillDraft()
        return read(subject.catalogues)
    }

    /// Something that its fields depend on has come.
    mutating func refillDraft() {
        guard case .draft(var draft) = overlay else { return }
        draft.form.replace(fields(of: draft.subject))
        draft.check()
        overlay = .draft(draft)
    }

    mutating func handle(_ key: Key, in draft: Draft) -> [Effect] {
        var draft = draft
        switch key {
        case Key(.escape): overlay = nil
        case Key(.enter): return finish(draft)
        case .control("e"): return [.edit(draft.yaml)]
        default:
            guard draft.form.handle(key) else { return [] }
            return changed(draft)
        }
        return []
    }

    /// Takes over what the editor has left.
    mutating func edited(_ body: JSONValue?) -> [Effect] {
        guard case .draft(var draft) = overlay else { return [] }
        guard let body, body != .null else { return say(.warning, "Nothing was edited.") }
        guard body.members != nil else { return say(.warning, "A body is a mapping: \"name: value\" on each line.") }
        draft.take(body)
        overlay = .draft(draft)
        return []
    }

    /// Another kind has other fields, and so has another type.
    private mutating func changed(_ draft: Draft) -> [Effect] {
        var draft = draft
        if case .create(_, let project) = draft.subject,
            let kind = Creation.Kind(rawValue: draft.form.value(Draft.kindField))
        {
            draft.subject = .create(kind, in: project)
        }
        overlay = .draft(draft)
        refillDraft()
        return read(draft.subject.catalogues)
    }

    /// Asks, once nothing is wrong.
    private mutating func finish(_ draft: Draft) -> [Effect] {
        var draft = draft
        draft.check()
        if !draft.problems.isEmpty {
            draft.showProblems()
            overlay = .draft(draft)
            let other = draft.problems.first { draft.form[$0.key] == nil }
            return say(.warning, other.map { "\($0.key) \($0.value)." } ?? "Something is missing or wrong.")
        }
        if case .build(let service) = draft.subject, lacksBranch(draft.body, service) {
            return say(.warning, "Name a branch or a pull request first.")
        }
        guard let action = draft.action else { return say(.warning, draft.nothingToDo) }
        let question = ActionQuestion(action, name: name(of: action.target))
        overlay = .confirmation(Confirmation(subject: .action(question), draft: draft))
        return remember(draft)
    }

    /// The contract's schema doesn't say so, since other services take neither.
    private func lacksBranch(_ body: JSONValue, _ service: ServiceReference) -> Bool {
        account.service(service)?.kind == .build && body["branch"] == nil && body["pullRequestId"] == nil
    }

    // MARK: - Creating and overriding

    /// `A`: something new, of the kind that the pane shows.
    mutating func askToAdd() -> [Effect] {
        guard let kind = focus.adds.first else { return [] }
        return fillIn(.create(kind, in: kind == .project ? nil : projectToAddTo))
    }

    /// The selected project, or that of the selected row where all of them are shown, or the only one.
    var projectToAddTo: Project.ID? {
        scope ?? rowInHand?.project ?? (account.projects.count == 1 ? account.projects[0].id : nil)
    }

    /// From the question before a build or a run to its form.
    mutating func override(_ confirmation: Confirmation) -> [Effect] {
        switch confirmation.subject {
        case .buildLatest(let service): fillIn(.build(service))
        case .buildBranch(let service, let choice): override(service, choice.branch)
        case .run(let job): fillIn(.run(job))
        case .backUp, .deploy, .action, .several: []
        }
    }

    /// The branch that the question has shown goes along.
    private mutating func override(_ service: ServiceReference, _ branch: String) -> [Effect] {
        let effects = fillIn(.build(service))
        guard !branch.isEmpty, case .draft(var draft) = overlay, draft.form.value("pullRequestId").isEmpty else {
            return effects
        }
        draft.form.fill("branch", with: branch)
        draft.check()
        overlay = .draft(draft)
        return effects
    }

    /// What was filled in is the default of the next time, but for what may be secret, and for what is of one time.
    private mutating func remember(_ draft: Draft) -> [Effect] {
        switch draft.subject {
        case .build, .run:
            var kept: [String: String] = [:]
            for field in draft.form.fields where field.name != "sha" && !field.value.isEmpty {
                let members = draft.body.member(at: field.name)?.members
                kept[field.name] =
                    members.map { $0.keys.sorted().map { "\($0)=" }.joined(separator: " ") } ?? field.value
            }
            overrides[draft.subject.target] = kept
            return [.keepOverrides(Overrides(of: draft.subject.target, kept))]
        case .create, .deployImage, .scaleService, .scaleAddon: return []
        }
    }
}

extension Pane {
    /// What belongs into it, the likeliest first.
    var adds: [Creation.Kind] {
        switch self {
        case .projects: [.project]
        case .services: [.deploymentService]
        case .builds: []
        case .runs: [.job]
        case .backups: [.addon]
        }
    }
}
