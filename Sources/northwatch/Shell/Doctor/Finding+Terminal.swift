internal import Dashboard
internal import TerminalSession
internal import TerminalUI

// What the dashboard is drawn on. A script needs none of it, so nothing of it is failing.

extension Finding {
    static func terminal(_ survey: TerminalSurvey) -> [Finding] { [kind(survey), colors(survey), locale(survey)] }

    private static func kind(_ survey: TerminalSurvey) -> Finding {
        let check = "terminal"
        if let problem = survey.problem {
            return .warning(check, "\(problem)", remedy: "the dashboard needs one; the shell's commands don't")
        }
        guard let size = survey.size else { return .fine(check, survey.type) }
        let text = "\(survey.type), \(size.columns)x\(size.rows)"
        let smallest = Layout.smallest
        guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
            return .warning(
                check, text, remedy: "make the window at least \(smallest.columns)x\(smallest.rows) for the dashboard")
        }
        return .fine(check, text)
    }

    private static func colors(_ survey: TerminalSurvey) -> Finding {
        switch survey.depth {
        case .trueColor: .fine("colours", "16 million")
        case .palette256: .fine("colours", "256")
        case .sixteen: .fine("colours", "16")
        case .eight: .fine("colours", "8")
        case .monochrome:
            .warning(
                "colours", "none; states are told apart by symbols",
                remedy: "unset NO_COLOR, or try TERM=xterm-256color, where the terminal has colours")
        }
    }

    private static func locale(_ survey: TerminalSurvey) -> Finding {
        if survey.isUTF8 { return .fine("locale", "UTF-8") }
        return .warning("locale", "not UTF-8; names are shown in ASCII", remedy: "export LC_ALL=C.UTF-8")
    }
}
