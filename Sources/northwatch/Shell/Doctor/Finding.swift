/// One thing that the doctor has looked at.
struct Finding: Equatable, Encodable {
    enum Standing: String, Encodable {
        case fine
        /// It works, and not as well as it could.
        case warning
        /// The account can't be worked with like that.
        case failing
    }

    /// `terminal`, `token`, …
    var check: String
    var standing: Standing
    var text: String
    /// What can be done about it.
    var remedy: String?

    static func fine(_ check: String, _ text: String) -> Finding {
        Finding(check: check, standing: .fine, text: text)
    }

    static func warning(_ check: String, _ text: String, remedy: String? = nil) -> Finding {
        Finding(check: check, standing: .warning, text: text, remedy: remedy)
    }

    static func failing(_ check: String, _ text: String, remedy: String? = nil) -> Finding {
        Finding(check: check, standing: .failing, text: text, remedy: remedy)
    }
}
