internal import ArgumentParser

/// What all commands that change something take.
struct ActingOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Wait for the end, and tell it by the exit code.",
            discussion: "A terminal shows how far it is; elsewhere each state is a line. A failure brings its log."))
    var wait = false

    @Option(
        help: ArgumentHelp("Wait no longer than that: 90s, 10m, 1h. What was begun goes on.", valueName: "time"),
        transform: Seconds.named)
    var timeout: Seconds?

    @Flag(help: "As JSON: an object on standard output; how far it is stays on standard error.")
    var json = false

    func validate() throws {
        if timeout != nil, !wait { throw Complaint.usage("--timeout is about waiting: give --wait too") }
    }
}
