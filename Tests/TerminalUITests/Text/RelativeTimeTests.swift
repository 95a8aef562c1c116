import TerminalUI
import Testing

struct RelativeTimeTests {
    @Test(arguments: [
        (0, "0s"), (0.9, "0s"), (12, "12s"), (59.9, "59s"), (60, "1m00s"), (64, "1m04s"), (3599, "59m59s"),
        (3600, "1h00m"), (11_520, "3h12m"), (86_399, "23h59m"), (86_400, "1d00h"), (356_400, "4d03h"),
        (10_368_000, "120d"), (-5, "0s"), (.nan, "0s"), (.infinity, "0s"), (1e300, "11574074d"),
    ])
    func aDurationHasTwoUnits(seconds: Double, text: String) {
        #expect(RelativeTime.duration(seconds) == text)
    }

    @Test(arguments: [
        (0, "now"), (0.9, "now"), (1, "1s ago"), (12.7, "12s ago"), (60, "1m ago"), (3599, "59m ago"), (3600, "1h ago"),
        (86_400, "1d ago"), (-3, "now"), (.nan, "now"),
    ])
    func whatIsPastHasOne(seconds: Double, text: String) {
        #expect(RelativeTime.ago(seconds) == text)
    }

    @Test(arguments: [
        (0, "0 B"), (512, "512 B"), (999, "999 B"), (1_000, "1.0 KB"), (1_240, "1.2 KB"), (9_949, "9.9 KB"),
        (9_950, "10 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (1_200_000_000, "1.2 GB"), (34_000_000, "34 MB"),
        (-1, "0 B"), (Int.max, "9.2 EB"),
    ])
    func aSizeHasTwoOrThreeDigits(bytes: Int, text: String) {
        #expect(ByteSize.text(bytes) == text)
    }

    @Test(arguments: [(0.4, "now"), (42, "42s"), (420, "7m"), (11_000, "3h"), (400_000, "4d")])
    func anAgeIsOneUnit(seconds: Double, text: String) {
        #expect(RelativeTime.age(seconds) == text)
    }
}
