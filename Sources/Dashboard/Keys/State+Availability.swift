import Northflank

extension State {
    /// Whether a command can be used here and now, and if not, why.
    func availability(of command: Command) -> Availability {
        if let permission = missingPermission(for: command) {
            return .disabled("Your API role lacks \"\(permission)\"\(hint(.refreshPane, "asks again")).")
        }
        return switch command {
        case .startBuild: availabilityOfBuild
        case .runJob:
            availability(
                pane: [.runs], "Select a job first\(hint(.focus(.runs))).", feed: selectedJob.map { .runs($0) }
            ) { .enabled }
        case .backUp:
            availability(
                pane: [.backups], "Select an addon first\(hint(.focus(.backups))).",
                feed: selectedAddon.map { .backups($0) }
            ) {
                .enabled
            }
        case .deploy: availabilityOfDeploy
        case .add: availabilityOfAdding
        case .chooseAction: availabilityOfMenu
        case .open: rowInHand == nil ? .hidden : .enabled
        case .copyID: rowInHand?.identifier == nil ? .hidden : .enabled
        case .openInWeb: rowInHand == nil ? .hidden : .enabled
        case .awaitChange: rowInHand?.waitable == nil ? .hidden : .enabled
        case .openLog: page?.log == nil && !mayHaveLog ? .hidden : .enabled
        case .log: log == nil ? .hidden : .enabled
        case .openJSON: documentRow == nil ? .hidden : .enabled
        case .json: document == nil ? .hidden : .enabled
        case .fold: foldedRow == nil && document == nil ? .hidden : .enabled
        case .filter: isFilterable ? .enabled : .hidden
        case .zoom, .chooseSort: page == nil ? .enabled : .hidden
        case .mark: page != nil || focus == .projects || selectedRow == nil ? .hidden : .enabled
        case .favourite: rowInHand.flatMap(Favourite.init) == nil ? .hidden : .enabled
        case .back:
            page == nil && trail.isEmpty && !zoomed && list(focus).filter.isEmpty && focus == .projects
                ? .hidden : .enabled
        case .walkBack: history.isAtStart ? .hidden : .enabled
        case .walkForward: history.isAtEnd ? .hidden : .enabled
        case .sort(let column): page == nil && sortColumns.contains(column) ? .enabled : .hidden
        case .context(let name):
            name == session.context
                ? .hidden : isAnswerAwaited ? .disabled("An action is being sent: its answer comes first.") : .enabled
        case .moveDown, .moveUp, .moveToTop, .moveToBottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .nextPane,
            .previousPane, .focus, .palette, .problems, .timeline, .budget, .theme, .refreshPane, .refreshEverything,
            .help,
            .history, .repaint, .suspend, .quit, .toggleReadOnly, .toggleMouse:
            .enabled
        }
    }

    private var availabilityOfDeploy: Availability {
        let service = selectedService
        return availability(
            pane: [.services, .builds], "Select a service first\(hint(.focus(.services))).",
            feed: service.map { .service($0) }
        ) {
            guard let service, account.service(service)?.kind.deploys == false else { return .enabled }
            return .disabled("\(serviceName(service)) only builds; deploy to the service that runs its builds.")
        }
    }

    private var availabilityOfAdding: Availability {
        guard page == nil, let kind = focus.adds.first else { return .hidden }
        if session.readOnly { return .disabled("Read-only: actions are switched off.") }
        guard kind == .project || projectToAddTo != nil else {
            return .disabled("Select a project first\(hint(.focus(.projects))).")
        }
        return .enabled
    }

    private var availabilityOfMenu: Availability {
        guard let row = rowInHand else { return .hidden }
        if session.readOnly { return .disabled("Read-only: actions are switched off.") }
        return hasMarks && page == nil || !offers(on: row).isEmpty ? .enabled : .hidden
    }

    private var availabilityOfBuild: Availability {
        let service = selectedService
        return availability(
            pane: [.services, .builds], "Select a service first\(hint(.focus(.services))).",
            feed: service.map { .builds($0) }
        ) {
            guard let service, account.service(service)?.kind.builds == false else { return .enabled }
            return .disabled("\(serviceName(service)) only deploys; build the service that it deploys.")
        }
    }

    /// The key of a command, in brackets behind what it would help with.
    private func hint(_ command: Command, _ what: String = "") -> String {
        keymap.keyName(for: command).map { " (\($0)\(what.isEmpty ? "" : " \(what)"))" } ?? ""
    }

    private func availability(
        pane panes: [Pane], _ missing: String, feed: Feed?, _ check: () -> Availability
    ) -> Availability {
        if session.readOnly { return .disabled("Read-only: actions are switched off.") }
        // What of the marked ones can't be acted on, the question tells.
        if panes.contains(focus), hasMarks { return .enabled }
        guard page != nil || panes.contains(focus), let feed else { return .disabled(missing) }
        if isSending(to: feed) { return .disabled("The last one is still being sent.") }
        return check()
    }
}
