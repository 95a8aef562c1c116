import Foundation
import GRDB
import Northflank
import Testing

@testable import Store

/// Opening the database, and all that can be wrong with it.
struct OpeningTests {
    private let state = TemporaryState()
    private var path: String { state.directory.path }

    private func problem(mounts: String = "") -> StoreProblem? {
        do throws(StoreProblem) {
            return try StateDatabase.open(state.directory, mounts: mounts).problem
        } catch {
            return error
        }
    }

    private func makeDirectory(mode: Int = 0o700) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    }

    @Test func theDirectoryFollowsTheConvention() {
        #expect(
            StateDirectory(environment: ["XDG_STATE_HOME": "/state", "HOME": "/home/ana"])?.path == "/state/northwatch")
        #expect(
            StateDirectory(environment: ["XDG_STATE_HOME": "relative", "HOME": "/home/ana"])?.path
                == "/home/ana/.local/state/northwatch")
        #expect(StateDirectory(environment: [:]) == nil)
    }

    @Test func onlyTheOwnerCanGetAtIt() throws {
        let account = try state.account()
        #expect(try state.mode("") == 0o700)
        for name in ["state.sqlite", "state.sqlite-wal", "state.sqlite-shm"] {
            #expect(try state.mode(name) == 0o600, "\(name)")
        }
        withExtendedLifetime(account) {}
    }

    @Test func theTokenIsNowhereInIt() throws {
        let account = try state.account("nf-very-secret-token")
        #expect(try state.bytes().range(of: Data("very-secret".utf8)) == nil)
        withExtendedLifetime(account) {}
    }

    @Test func anAccountIsTokenTeamAndAddress() throws {
        let first = try state.account("one").id
        #expect(try state.account("one").id == first)
        #expect(try state.account("two").id != first)
        #expect(try state.account("one", team: "acme").id != first)
    }

    @Test func twoDatabasesNameTheSameAccountDifferently() {
        let place = Place(address: "https://api.northflank.com/v1")
        let names = [UInt8(1), 2].map { AccountName(place: place, token: [7], key: [$0]) }
        #expect(names[0] != names[1])
    }

    @Test func whatIsDamagedIsMovedAsideAndANewOneBegun() throws {
        try makeDirectory()
        let garbage = Data("this is no database, however long one looks at it".utf8)
        try garbage.write(to: URL(fileURLWithPath: state.directory.database))
        // Who only reads repairs nothing.
        #expect(throws: StoreProblem.corrupt(movedTo: nil)) {
            try StateDatabase.open(state.directory, repairs: false)
        }
        let aside = "\(state.directory.database).damaged-1"
        #expect(problem() == .corrupt(movedTo: aside))
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == garbage)
        #expect(problem() == nil)
    }

    /// Each sees the damage, and the second comes when the first has begun a new one.
    @Test func ofTwoThatFindTheDamageOneMovesItAside() async throws {
        try makeDirectory()
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: state.directory.database))
        let damaged = state.directory.databaseFile
        let first = try StateDatabase.reopen(state.directory, insteadOf: damaged)
        #expect(first.problem == .corrupt(movedTo: "\(state.directory.database).damaged-1"))
        try await state.account().remember([
            RememberedFeed(.projects, answer: Samples.projects, receivedAt: Samples.now)
        ])
        let second = try StateDatabase.reopen(state.directory, insteadOf: damaged)
        #expect(second.problem == nil)
        #expect(try state.account().recall().feeds.count == 1, "what the first has stored is there")
    }

    /// Nothing of it is touched: its server may be away, and hold up whoever does.
    @Test func aDirectoryThatIsNetworkedByItsNameIsNotTouched() throws {
        let mounts = "host:/home \(state.directory.path) nfs4 rw 0 0"
        #expect(throws: StoreProblem.networkFileSystem(path: state.directory.path)) {
            try StateDatabase.open(state.directory, mounts: mounts)
        }
        #expect(!FileManager.default.fileExists(atPath: state.directory.path))
    }

    @Test func damageBehindTheFileHeaderIsFoundToo() async throws {
        try await state.account().remember([
            RememberedFeed(.projects, answer: Samples.projects, receivedAt: Samples.now)
        ])
        let file = try #require(FileHandle(forWritingAtPath: state.directory.database))
        // Behind the header, every page is nonsense.
        try file.seek(toOffset: 100)
        try file.write(contentsOf: Data(repeating: 0xEE, count: 60_000))
        try file.close()
        #expect(problem() == .corrupt(movedTo: "\(state.directory.database).damaged-1"))
        #expect(try state.account().recall().feeds.isEmpty)
    }

    @Test func aLaterVersionIsLeftAlone() throws {
        _ = try state.open()
        let queue = try DatabaseQueue(path: state.directory.database)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        #expect(problem() == .newerVersion(found: 99, known: Schema.version))
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).allSatisfy { !$0.contains("damaged") })
    }

    @Test func aLockedOneIsTold() throws {
        _ = try state.open()
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        let queue = try DatabaseQueue(path: state.directory.database, configuration: configuration)
        try queue.write { try $0.execute(sql: "UPDATE account SET revision = 1") }
        #expect(problem() == .locked)
        try queue.close()
        #expect(problem() == nil)
    }

    @Test func aDirectoryOpenToOthersIsRefused() throws {
        try makeDirectory(mode: 0o755)
        #expect(problem() == .openToOthers(path: path))
    }

    @Test func aFileInTheDirectorysPlaceIsTold() throws {
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(problem() == .directory(path: path, reason: "it is not a directory"))
    }

    @Test func whatCannotBeOpenedIsTold() throws {
        try makeDirectory()
        try FileManager.default.createDirectory(
            atPath: state.directory.database, withIntermediateDirectories: false)
        #expect(problem() == .readOnly(path: state.directory.database))
    }

    /// Permissions don't bind the superuser.
    @Test(.enabled(if: geteuid() != 0)) func aReadOnlyFileIsTold() throws {
        _ = try state.open()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
        #expect(problem() == .readOnly(path: state.directory.database))
    }

    @Test func aFullDiskIsToldAndWhatIsThereStaysReadable() async throws {
        let account = try state.account()
        try await account.remember([RememberedFeed(.projects, answer: Samples.projects, receivedAt: Samples.now)])
        try await account.database.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let large = FeedAnswer(
            content: .projects((0..<5_000).map { Project(id: .init("p\($0)"), name: "Project \($0)") }))
        await #expect(throws: StoreProblem.diskFull) {
            try await account.remember([RememberedFeed(.projects, answer: large, receivedAt: Samples.now)])
        }
        #expect(try account.recall().feeds.first?.answer == Samples.projects)
    }

    @Test func aNetworkFileSystemIsNotTrusted() {
        let mounts = "/dev/sda / ext4 rw 0 0\nserver:/home \(FileSystem.resolved("/tmp")) nfs4 rw 0 0\n"
        #expect(problem(mounts: mounts) == .networkFileSystem(path: path))
    }

    @Test(arguments: [
        ("/home/ana/.local", true), ("/home/ana", true), ("/homeland", false), ("/home/local/x", false),
        ("/mnt/two words/x", true), ("/", false),
    ])
    func theNearestMountDecides(path: String, isNetworked: Bool) {
        let mounts = """
            /dev/sda / ext4 rw 0 0
            server:/home /home nfs rw 0 0
            /dev/sdb /home/local xfs rw 0 0
            //server/share /mnt/two\\040words cifs rw 0 0
            """
        #expect(FileSystem.isNetworked(path, mounts: mounts) == isNetworked)
    }

    @Test func everyErrorOfSQLiteHasAMeaning() {
        let meanings: [(ResultCode, StoreProblem)] = [
            (.SQLITE_READONLY, .readOnly(path: "f")), (.SQLITE_READONLY_DBMOVED, .readOnly(path: "f")),
            (.SQLITE_CANTOPEN, .readOnly(path: "f")), (.SQLITE_BUSY, .locked), (.SQLITE_FULL, .diskFull),
            (.SQLITE_IOERR_LOCK, .networkFileSystem(path: "f")), (.SQLITE_IOERR_SHMMAP, .networkFileSystem(path: "f")),
            (.SQLITE_NOTADB, .corrupt(movedTo: nil)), (.SQLITE_CORRUPT_INDEX, .corrupt(movedTo: nil)),
        ]
        for (code, meaning) in meanings {
            #expect(StoreProblem(DatabaseError(resultCode: code), path: "f") == meaning)
        }
    }
}

/// Others at work are no lock.
struct BusyOpeningTests {
    @Test func aStartWaitsForNoWriter() throws {
        let state = TemporaryState()
        let id = try state.account().id
        let queue = try DatabaseQueue(path: state.directory.database)
        try queue.write { _ in
            let account = try state.account()
            #expect(account.id == id)
            #expect(try account.recall().feeds.isEmpty)
        }
    }
}
