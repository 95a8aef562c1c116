internal import ArgumentParser
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

/// `northwatch man`: the manual pages, made from the commands themselves.
struct ManCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Prints the manual page of a command, or writes all of them to a directory.",
        discussion: """
            EXAMPLES
              northwatch man get | man -l -
              northwatch man --directory ~/.local/share/man/man1
            """
    )

    @Argument(help: ArgumentHelp("Of this command; of the program otherwise.", valueName: "command"))
    var name: String?

    @Option(help: ArgumentHelp("Write a page for each command here, as northwatch-COMMAND.1.", valueName: "directory"))
    var directory: String?

    func validate() throws {
        if name != nil, directory != nil { throw Complaint.usage("a directory takes all pages: leave out the command") }
    }

    func run() throws {
        let pages = try ToolDescription.northwatch().pages
        guard let directory else { return Line.putPrepared(try page(of: pages).text, on: STDOUT_FILENO) }
        for page in pages {
            let path = "\(directory)/\(page.name).1"
            do {
                try Data("\(page.text)\n".utf8).write(to: URL(filePath: path))
            } catch {
                throw Complaint.usage("\(path) can't be written: \(error)")
            }
        }
    }

    private func page(of pages: [ManualPage]) throws(Complaint) -> ManualPage {
        guard let name else { return pages[0] }
        let names = pages.map(\.command.commandName)
        guard let page = pages.first(where: { $0.command.commandName == name }) else {
            let guess = nearest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
            throw .usage("there is no command \"\(name)\"\(guess)")
        }
        return page
    }
}
