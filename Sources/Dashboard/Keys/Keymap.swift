public import TerminalUI

/// Which key means which command. The one table that dispatch, footer, help and README read.
///
/// No lower-case letter changes anything in the account. Every key that does is a capital letter, and asks first.
public struct Keymap: Hashable, Sendable {
    public struct Binding: Hashable, Sendable {
        /// The first is the one that the footer names.
        public var keys: [Key]
        public var command: Command

        public init(_ keys: [Key], _ command: Command) {
            self.keys = keys
            self.command = command
        }
    }

    public private(set) var bindings: [Binding]
    /// What keys mean, and what they mean first while a page of some layer is open.
    private var commands: [Command.Layer?: [Key: Command]] = [:]
    /// Each command's first key, as people read it: the footer asks for two dozen of them in each frame.
    private var names: [Command: String] = [:]

    /// A key that stands twice means its first command; a test keeps the standard table free of that. A layer's own
    /// commands come before all others there.
    public init(_ bindings: [Binding]) {
        self.bindings = bindings
        for binding in bindings {
            if names[binding.command] == nil { names[binding.command] = binding.keys.first?.displayName }
            for key in binding.keys where commands[binding.command.layer]?[key] == nil {
                commands[binding.command.layer, default: [:]][key] = binding.command
            }
        }
    }

    public func command(for key: Key, in layer: Command.Layer? = nil) -> Command? {
        commands[layer]?[key] ?? commands[nil]?[key]
    }

    public func keys(for command: Command) -> [Key] { bindings.first { $0.command == command }?.keys ?? [] }

    /// Its first key, as people read it; nil where it has none.
    func keyName(for command: Command) -> String? { names[command] }

    public static let standard = Keymap([
        Binding([Key("j"), Key(.down)], .moveDown),
        Binding([Key("k"), Key(.up)], .moveUp),
        Binding([Key("g"), Key(.home)], .moveToTop),
        Binding([Key("G"), Key(.end)], .moveToBottom),
        Binding([.control("d")], .halfPageDown),
        Binding([.control("u")], .halfPageUp),
        Binding([Key(.pageDown), .control("f")], .pageDown),
        Binding([Key(.pageUp), .control("b")], .pageUp),
        Binding([Key(.tab), Key(.right)], .nextPane),
        Binding([Key(.tab, .shift), Key(.left)], .previousPane),
        Binding([Key("1")], .focus(.projects)),
        Binding([Key("2")], .focus(.services)),
        Binding([Key("3")], .focus(.builds)),
        Binding([Key("4")], .focus(.runs)),
        Binding([Key("5")], .focus(.backups)),
        Binding([Key("[")], .walkBack),
        Binding([Key("]")], .walkForward),
        Binding([Key(":")], .palette),
        Binding([Key("B")], .startBuild),
        Binding([Key("T")], .runJob),
        Binding([Key("S")], .backUp),
        Binding([Key("D")], .deploy),
        Binding([Key("A")], .add),
        Binding([Key("X")], .chooseAction),
        Binding([Key(.enter)], .open),
        Binding([Key(.escape)], .back),
        Binding([Key("e")], .fold),
        Binding([Key("!")], .problems),
        Binding([Key("t")], .timeline),
        Binding([Key("w")], .awaitChange),
        Binding([Key("c")], .copyID),
        Binding([Key("o")], .openInWeb),
        Binding([Key("z")], .zoom),
        Binding([Key("/")], .filter),
        Binding([Key("s")], .chooseSort),
        Binding([Key(" ")], .mark),
        Binding([Key("m")], .favourite),
        Binding([Key("r"), Key(.function(5))], .refreshPane),
        Binding([Key("R")], .refreshEverything),
        Binding([Key("?"), Key(.function(1))], .help),
        Binding([Key("H")], .history),
        Binding([Key("l")], .openLog),
        Binding([Key("f")], .log(.filter)),
        Binding([Key("+")], .log(.moreContext)),
        Binding([Key("-")], .log(.lessContext)),
        Binding([Key("/")], .log(.search)),
        Binding([Key("n")], .log(.nextMatch)),
        Binding([Key("N")], .log(.previousMatch)),
        Binding([Key(.right)], .log(.right)),
        Binding([Key(.left)], .log(.left)),
        Binding([Key("w")], .log(.wrap)),
        Binding([Key("t")], .log(.timestamps)),
        Binding([Key("p")], .log(.pause)),
        Binding([.control("s")], .log(.save)),
        Binding([Key("y")], .openJSON),
        Binding([Key("/")], .json(.search)),
        Binding([Key("n")], .json(.nextMatch)),
        Binding([Key("N")], .json(.previousMatch)),
        Binding([Key(.right)], .json(.right)),
        Binding([Key(.left)], .json(.left)),
        Binding([Key("c")], .json(.copy)),
        Binding([.control("s")], .json(.save)),
        Binding([Key("x")], .json(.secrets)),
        Binding([.control("l")], .repaint),
        Binding([.control("z")], .suspend),
        Binding([Key("q"), .control("c")], .quit),
    ])
}
