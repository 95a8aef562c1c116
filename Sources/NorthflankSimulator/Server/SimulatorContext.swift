import Hummingbird
import NIOCore

/// What middleware and routes know of a request beyond what was sent.
struct SimulatorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// What the request came by, for the faults that close it.
    let channel: any Channel
    /// By which an error's envelope names the request. Hummingbird's own id is in the logger, which keeps nothing here.
    var requestID = ""
    /// What is made to go wrong with it.
    var fault: Fault?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
