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
              northwatch man themes check
              northwatch man --directory ~/.local/share/man/man1
            """
    )

    @Argument(
        help: ArgumentHelp("Of this command; of the program otherwise.", valueName: "command"),
        completion: Completions.pages)
    var words: [String] = []

    @Option(
        help: ArgumentHelp("Write a page for each command here, as northwatch-COMMAND.1.", valueName: "directory"),
        completion: .directory)
    var directory: String?

    func validate() throws {
        guard words.isEmpty || directory == nil else {
            throw Complaint.usage("a directory takes all pages: leave out the command")
        }
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
        let title = words.joined(separator: "-")
        guard let page = pages.first(where: { $0.title == title }) else {
            let guess = nearest(to: title, in: pages.map(\.title)).map { "; did you mean \"\($0)\"?" } ?? ""
            throw .usage("there is no command \"\(title)\"\(guess)")
        }
        return page
    }
}
