internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Store

/// What is kept of the account, opened once before the first frame. Without a database, or with one that fails, there
/// is just nothing.
struct AccountMemory: Sendable {
    /// The account's place in the database, and the mark by which others know that this process lives.
    struct Kept: Sendable {
        var account: StoredAccount
        var mark: ProcessMark
    }

    /// Nil where nothing is kept.
    var kept: Kept?
    /// What was known at the end of an earlier start.
    var recalled: [RememberedFeed] = []
    /// What the user has made favourites.
    var favourites: Set<Favourite> = []
    /// What is wrong with the database.
    var problems: [StoreProblem] = []

    /// As the dashboard is told of it, before the first frame.
    var messages: [Message] {
        (favourites.isEmpty ? [] : [.favouritesRecalled(favourites)]) + (recalled.isEmpty ? [] : [.recalled(recalled)])
    }

    /// Nothing is kept.
    static let none = AccountMemory()

    /// Blocks the thread, for as long as reading takes.
    init(_ directory: StateDirectory, of account: Account) {
        let file = directory.databaseFile
        do throws(StoreProblem) {
            try open(try StateDatabase.open(directory), account)
        } catch .corrupt {
            reopen(directory, insteadOf: file, account)
        } catch {
            problems.append(error)
        }
    }

    private init() {}

    /// Nothing is kept, for this reason.
    init(without problem: StoreProblem) { problems = [problem] }

    private mutating func open(
        _ opened: (database: StateDatabase, problem: StoreProblem?), _ account: Account
    ) throws(StoreProblem) {
        let place = Place(address: account.baseURL.description, team: account.team)
        let stored = try account.token.withBytes { token throws(StoreProblem) in
            try opened.database.account(place, token: token)
        }
        recalled = try stored.recall().feeds
        favourites = try Keepsakes.favourites(of: stored)
        kept = Kept(account: stored, mark: try ProcessMark(in: opened.database.directory))
        if let problem = opened.problem { problems.append(problem) }
    }

    /// The damage showed only while reading.
    private mutating func reopen(
        _ directory: StateDirectory, insteadOf file: FileIdentity?, _ account: Account
    ) {
        do throws(StoreProblem) {
            try open(try StateDatabase.reopen(directory, insteadOf: file), account)
        } catch {
            problems.append(error)
        }
    }
}
