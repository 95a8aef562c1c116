import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct FavouriteTests {
    @Test func mMakesAFavouriteAndHandsItOutToBeKept() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("j"))
        #expect(state.press(Key("m")).acting == [.keepFavourites([.service(Sample.builder)])])
        #expect(state.press(Key("m")).acting == [.keepFavourites([])])
    }

    @Test func favouritesComeFirstWithASymbol() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("G"), Key("m"))
        #expect(state.list(.services).rows.first == .service(Sample.web))
        #expect(state.selectedRow == .service(Sample.web))
        #expect(state.view().grid.lines[3].contains("│★✗ web"))
    }

    @Test func favouritesStayFirstHoweverThePaneIsSorted() {
        var state = Sample.full()
        state.press(Key("2"))
        state.favourites = [.service(Sample.builder)]
        for column in Pane.services.content.sortColumns {
            _ = state.perform(.sort(column))
            #expect(state.list(.services).rows.first == .service(Sample.builder))
        }
    }

    @Test func allProjectsStaysAboveFavourites() {
        var state = Sample.full()
        state.press(Key("G"), Key("m"))
        #expect(
            state.list(.projects).rows == [.allProjects, .project(Sample.shop), .project(Sample.data)])
    }

    @Test func aRunStandsForItsJob() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"), Key("j"), Key("j"), Key("m"))
        #expect(state.favourites == [.job(Sample.nightly)])
        #expect(state.list(.runs).rows.first == .job(Sample.nightly))
    }

    @Test func aFavouriteIsKeptFreshThoughNobodyLooksAtIt() {
        var state = Sample.full()
        state.favourites = [.job(Sample.nightly), .service(Sample.api), .addon(Sample.orders)]
        state.press(Key("j"))
        _ = state.wait(1)
        #expect(state.scope == Sample.data)
        #expect(state.watched[.runs(Sample.nightly)] == .visible)
        #expect(state.watched[.builds(Sample.api)] == .visible)
        #expect(state.watched[.backups(Sample.orders)] == .visible)
    }

    @Test func aFavouriteThatIsGoneIsNotAskedFor() {
        var state = Sample.full()
        state.favourites = [.service(ServiceReference(project: "gone", service: "gone")), .project("gone")]
        _ = state.wait(1)
        #expect(!state.watched.keys.contains { $0.project == "gone" })
    }
}
