internal import Dashboard
internal import Northflank
internal import TerminalSession
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the main thread waits. The real terminal is one; tests have one in memory.
protocol EventSource: AnyObject {
    /// Waits until something happens, or until `deadline`.
    func next(until deadline: ContinuousClock.Instant?) -> [TerminalEvent]
    /// Gives the terminal to the shell, and returns when it is back; false when there is no shell to give it to.
    func stopProcess() -> Bool
    /// Lends the terminal to another program while `body` runs.
    func lend(_ body: () -> Void)
}

extension TerminalLoop: EventSource {}

/// The main thread's loop. It owns the state and the screen: events become messages, messages change the state, and
/// what changed is drawn. Nothing here waits but the event source.
final class DashboardRuntime {
    private(set) var state: State
    private let screen: any Screen
    private let source: any EventSource
    private let mailbox: Mailbox<Mail>
    private let backstage: Backstage
    /// Those that can be switched to; nil where there is only the one.
    private let accounts: Accounts?
    private let ringing: Ringing
    /// What is known before the first frame.
    private let remembered: [Message]
    /// How many colours the screen shows.
    private let depth: ColorDepth
    /// Looked at each second.
    private(set) var themeWatch: ThemeWatch?
    private let clock = ContinuousClock()
    private var pacer = FramePacer()
    private var mailPacer = MailPacer()
    private var drawn: Picture?
    /// Whether there is something to draw, and whether a key brought it about.
    private var pending: (isAny: Bool, afterKey: Bool) = (true, false)

    init(
        session: Session, appearance: Appearance, screen: any Screen, source: any EventSource,
        mailbox: Mailbox<Mail>, backstage: Backstage, accounts: Accounts? = nil, ringing: Ringing = Ringing(),
        depth: ColorDepth = .trueColor, themeWatch: ThemeWatch? = nil, remembered: [Message] = []
    ) {
        self.accounts = accounts
        self.ringing = ringing
        self.remembered = remembered
        state = State(session: session, appearance: appearance, now: Date(), size: screen.size)
        self.screen = screen
        self.source = source
        self.mailbox = mailbox
        self.backstage = backstage
        self.depth = depth
        self.themeWatch = themeWatch
    }

    /// Works until there is a reason to end.
    func run() -> Ending {
        // The first messages: they fill the first frame, and have the dashboard say what it wants to know.
        if let ending = update(remembered + [.resized(screen.size)]) { return ending }
        while true {
            drawWhenDue()
            if let ending = answer(source.next(until: deadline)) { return ending }
        }
    }

    /// When to look again though nothing happens: the picture changes by itself, or a frame waits for its turn.
    private var deadline: ContinuousClock.Instant {
        let now = clock.now
        // However far somebody sets the wall clock.
        let longest = themeWatch == nil ? State.clockStep : 1
        let wait = min(max(0, state.nextRedraw.timeIntervalSinceNow), longest)
        var deadline = now + .seconds(wait)
        if pending.isAny { deadline = min(deadline, pacer.next(at: now, afterKey: pending.afterKey)) }
        if let due = mailPacer.due, !pending.afterKey { deadline = min(deadline, due) }
        return deadline
    }

    private func drawWhenDue() {
        let now = clock.now
        guard pending.isAny, pacer.next(at: now, afterKey: pending.afterKey) <= now else { return }
        pending = (false, false)
        let picture = state.picture(after: drawn)
        screen.draw(picture.frame)
        drawn = picture
        pacer.drew(at: now)
    }

    /// Input comes first; what the others have sent has a turn of its own.
    private func answer(_ events: [TerminalEvent]) -> Ending? {
        var messages: [Message] = []
        var isAskedToStop = false
        for event in events {
            switch event {
            case .input(let input):
                messages.append(.input(input))
                pending.afterKey = true
            case .resized(let size): messages.append(.resized(size))
            case .terminate(let signal): return .signal(signal)
            case .hangup: return .signal(SIGHUP)
            case .suspendRequested: isAskedToStop = true
            case .mail:
                mailbox.hush()
                mailPacer.arrived(at: clock.now)
            case .continued: messages.append(.tick)
            case .timer:
                messages.append(.tick)
                if let watch = themeWatch, themeWatch?.hasChanged() == true { messages.append(load(theme: watch.path)) }
            }
        }
        for mail in takeMail(besideKeys: pending.afterKey) {
            switch mail {
            case .message(let message): messages.append(message)
            case .fatal(let complaint): return .fatal(complaint)
            }
        }
        return update(messages) ?? (isAskedToStop ? perform([.suspend]) : nil)
    }

    private func takeMail(besideKeys: Bool) -> [Mail] {
        let now = clock.now
        guard mailPacer.isDue(at: now, besideKeys: besideKeys) else { return [] }
        mailPacer.took(at: now)
        return mailbox.drain()
    }

    private func update(_ messages: [Message]) -> Ending? {
        var messages = messages
        // Suspended and back in a window of another size.
        if screen.size != state.size { messages.append(.resized(screen.size)) }
        guard !messages.isEmpty else { return nil }
        pending.isAny = true
        return perform(state.update(messages, now: Date()))
    }

    private func load(theme name: String) -> Message {
        do throws(Complaint) {
            return .theme(try Themes.find(name).adapted(to: depth))
        } catch {
            return .notice(error.text)
        }
    }

    private func edit(_ text: String) -> Message {
        var message = Message.notice("There is no terminal to edit on.")
        source.lend {
            do throws(Complaint) {
                message = .edited(try Editor.edit(text))
            } catch {
                message = .notice(error.text)
            }
        }
        return message
    }

    /// Ends the work on this account, once it is sure that the other can be opened.
    private func open(context name: String) -> Ending? {
        guard let accounts else { return nil }
        do throws(Complaint) {
            return .context(try accounts.named(name))
        } catch {
            return update([.notice(error.text)])
        }
    }

    private func perform(_ effects: [Effect]) -> Ending? {
        for effect in effects {
            switch effect {
            case .quit: return .quit
            case .suspend:
                let hasStopped = source.stopProcess()
                let message = hasStopped ? Message.tick : .notice("There is no shell to go back to.")
                if let ending = update([message]) { return ending }
            case .edit(let text):
                if let ending = update([edit(text)]) { return ending }
            case .repaint: screen.repaint()
            case .ring(let text): for notice in ringing.notices(text) { _ = screen.tell(notice) }
            case .copy(let text):
                if let ending = update([.copied(text, screen.tell(.copy(text)))]) { return ending }
            case .browse(let address):
                Browser.open(address) { [mailbox] in mailbox.post(.message(.browsed(address, $0))) }
            case .theme(let name):
                themeWatch = ThemeWatch(name)
                if let ending = update([load(theme: name)]) { return ending }
            case .context(let name):
                if let ending = open(context: name) { return ending }
            case .watch, .refresh, .perform, .loadBranches, .loadCatalogue, .loadLogs, .saveLog, .loadDocument,
                .saveDocument, .loadHistory, .loadSpending, .keepFavourites, .keepChanges,
                .keepOverrides:
                backstage.take(effect)
            }
        }
        return nil
    }
}
