internal import Store
internal import Synchronization

/// Whether this process may ask the API just now, in the eyes of those that share the account. Known without asking
/// anybody, so that a process that was stopped learns it before its next request.
final class Permit: Sendable {
    private enum Standing {
        case shared(Leadership)
        /// Nothing is shared: there is no database, or it fails.
        case alone
    }

    private let standing: Mutex<Standing>
    private let clock = HostClock()

    init(isShared: Bool) { standing = Mutex(isShared ? .shared(Leadership()) : .alone) }

    var mayAsk: Bool {
        standing.withLock { standing in
            switch standing {
            case .alone: true
            case .shared(let leadership): leadership.mayAsk(at: clock.now)
            }
        }
    }

    /// Under which the account's feeds are kept; nil while another process leads.
    var lease: Lease? {
        standing.withLock { standing in
            if case .shared(let leadership) = standing { leadership.lease } else { nil }
        }
    }

    func learn(_ lease: Lease?) {
        standing.withLock { standing in
            var leadership = Leadership()
            leadership.learn(lease)
            standing = .shared(leadership)
        }
    }

    func stopSharing() { standing.withLock { $0 = .alone } }
}
