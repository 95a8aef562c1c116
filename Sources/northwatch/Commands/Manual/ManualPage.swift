/// A manual page of one command, in man(7)'s macros.
struct ManualPage {
    var command: ToolDescription.CommandDescription
    /// Names of other pages.
    var seeAlso: [String]

    /// `northwatch-get`
    var name: String { command.page }
    /// What `northwatch man` calls it: `themes-check`; empty for the program itself.
    var title: String { command.path.dropFirst().joined(separator: "-") }

    var text: String {
        ([
            ".TH \(name.uppercased()) 1 \"\" \"northwatch \(northwatchVersion)\" \"Northwatch\"",
            ".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(command.abstract ?? ""))",
            ".SH SYNOPSIS", synopsis,
        ] + description + subcommands + options + others).joined(separator: "\n")
    }

    // MARK: - Sections

    private var synopsis: String {
        let arguments = shown.filter { $0.kind == .positional }.map { argument in
            let value = ".I " + Self.escaped(argument.valueName ?? "argument") + (argument.isRepeating ? "..." : "")
            return argument.isOptional ? ".RI [ \(value.dropFirst(3)) ]" : value
        }
        let rest = shown.contains { $0.kind != .positional } ? [".RI [ options ]"] : []
        let inner = command.subcommands?.isEmpty == false ? [".RI [ command ]"] : []
        return ([".B \(Self.escaped(command.path.joined(separator: " ")))"] + rest + arguments + inner)
            .joined(separator: "\n")
    }

    private var description: [String] {
        guard let discussion = command.discussion, !discussion.isEmpty else { return [] }
        var lines = [".SH DESCRIPTION"]
        var isSetOut = false
        func setOut(_ wanted: Bool) {
            if wanted != isSetOut { lines.append(wanted ? ".nf" : ".fi") }
            isSetOut = wanted
        }
        for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
            if Self.isHeading(line) {
                setOut(false)
                lines.append(".SH \(Self.escaped(String(line)))")
            } else if line.isEmpty {
                setOut(false)
                lines.append(".PP")
            } else {
                setOut(line.hasPrefix(" "))
                lines.append(Self.escaped(String(line)))
            }
        }
        setOut(false)
        return lines
    }

    private var subcommands: [String] {
        guard let commands = command.subcommands?.filter({ $0.commandName != "help" }), !commands.isEmpty else {
            return []
        }
        return [".SH COMMANDS"]
            + commands.flatMap {
                [".TP", ".B \(Self.escaped($0.commandName))", Self.escaped($0.abstract ?? "")]
            }
    }

    private var options: [String] {
        let titles = shown.reduce(into: [String]()) { titles, argument in
            let title = argument.sectionTitle ?? ""
            if !titles.contains(title) { titles.append(title) }
        }
        return titles.flatMap { title in
            [".SH \(title.isEmpty ? "OPTIONS" : Self.escaped(title.uppercased()) + " OPTIONS")"]
                + shown.filter { ($0.sectionTitle ?? "") == title }.flatMap(Self.lines)
        }
    }

    private var others: [String] {
        guard !seeAlso.isEmpty else { return [] }
        return [".SH SEE ALSO", seeAlso.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ",\n")]
    }

    private var shown: [ToolDescription.ArgumentDescription] { (command.arguments ?? []).filter(\.shouldDisplay) }

    // MARK: - Lines

    private static func lines(_ argument: ToolDescription.ArgumentDescription) -> [String] {
        let value = argument.valueName.map { "\\fI\(escaped($0))\\fR" } ?? ""
        let names = (argument.names ?? []).map { "\\fB\(escaped(($0.kind == .long ? "--" : "-") + $0.name))\\fR" }
        let title =
            switch argument.kind {
            case .positional: value
            case .option: "\(names.joined(separator: ", ")) \(value)"
            case .flag: names.joined(separator: ", ")
            }
        let texts = [argument.abstract, argument.discussion].compactMap(\.self).filter { !$0.isEmpty }
        return [".TP", title] + texts.map { escaped($0.replacing("\n", with: " ")) }
    }

    private static func isHeading(_ line: some StringProtocol) -> Bool {
        line.first?.isUppercase == true && line.allSatisfy { $0.isUppercase || $0 == " " }
    }

    /// What roff would read as its own.
    private static func escaped(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&\(safe)" : safe
    }
}

extension ToolDescription {
    /// A page for the program, and one for each command of it and of theirs.
    var pages: [ManualPage] { Self.pages(of: command, under: nil) }

    private static func pages(of command: CommandDescription, under parent: String?) -> [ManualPage] {
        let commands = (command.subcommands ?? []).filter { $0.commandName != "help" }
        let inner = commands.map { pages(of: $0, under: command.page) }
        let others = [parent].compactMap(\.self) + commands.map(\.page)
        return [ManualPage(command: command, seeAlso: others)] + inner.flatMap(\.self)
    }
}
