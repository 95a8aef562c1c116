import TerminalUI

extension Key { var displayName: String { if case .character(let c) = code { String(c) } else { "\(code)" } } }
