internal import Dashboard
internal import TerminalUI
internal import Yams

// Where the web app is, and its pages.

extension ConfigurationFile {
    private enum WebSetting: String, CaseIterable {
        case front, project, service, job, addon, build, run, backup
    }

    func readWeb(_ node: Node, into web: inout WebAddresses) throws(Complaint) {
        for (setting, (_, value)) in try keyed(node, "web", by: WebSetting.self) {
            let written = try text.scalar(value, setting.rawValue)
            if let kind = WebAddresses.Kind(rawValue: setting.rawValue) {
                web.templates[kind] = try template(written, for: kind, value)
            } else {
                guard WebTemplate.isAddress(written) else { throw noAddress(written, value) }
                web.front = written
            }
        }
    }

    private func template(
        _ written: String, for kind: WebAddresses.Kind, _ node: Node
    ) throws(Complaint) -> WebTemplate {
        do throws(WebTemplate.Refusal) {
            return try WebTemplate(written, for: kind)
        } catch {
            switch error {
            case .noAddress: throw noAddress(written, node)
            case .openBrace: throw text.complaint(node, "\(written) has a { without a }")
            case .unknown(let name, let known):
                let closest = nearest(to: name, in: known).map { "; did you mean {\($0)}?" } ?? ""
                let all = known.map { "{\($0)}" }.joined(separator: ", ")
                throw text.complaint(node, "the address of a \(kind.rawValue) has no {\(name)}, but \(all)\(closest)")
            }
        }
    }

    private func noAddress(_ written: String, _ node: Node) -> Complaint {
        text.complaint(node, "\(written) is no web address: it begins with https:// and has no blanks")
    }
}
