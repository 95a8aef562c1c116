import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Words for what is made up as the world goes on.
enum Names {
    /// A name as Northflank makes an id of it: `Checkout API` is `checkout-api`.
    static func slug(_ name: String) -> String {
        let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-").lowercased()
    }

    /// `joyous-view-6290`
    static func build(_ random: inout SplitMix64) -> World.Build.ID {
        .init("\(random.pick(adjectives))-\(random.pick(nouns))-\(random.number(1000...9999))")
    }

    static func commit(at date: Date, on branch: String, _ random: inout SplitMix64) -> World.Commit {
        let message = random.chance(0.15) ? "Merge branch '\(branch)'" : random.pick(messages)
        return World.Commit(sha: random.hex(40), message: message, author: random.pick(authors), date: date)
    }

    /// Names of branches beside the default one, no two alike.
    static func branches(_ count: Int, _ random: inout SplitMix64) -> [String] {
        var left = topics
        return (0..<count).compactMap { _ in
            left.isEmpty ? nil : left.remove(at: random.number(0...left.count - 1))
        }
    }

    private static let adjectives = [
        "amber", "brave", "bright", "calm", "clever", "cosmic", "crisp", "dapper", "eager", "early", "fancy", "fleet",
        "gentle", "golden", "happy", "hidden", "humble", "icy", "jolly", "joyous", "keen", "kind", "lively", "lucky",
        "mellow", "merry", "misty", "noble", "novel", "patient", "polite", "proud", "quick", "quiet", "rapid", "rustic",
        "silent", "smooth", "snowy", "solid", "steady", "sunny", "swift", "tidy", "vivid", "warm", "wild", "witty",
    ]

    private static let nouns = [
        "anchor", "beacon", "birch", "breeze", "bridge", "brook", "canyon", "cedar", "cliff", "cloud", "comet", "coral",
        "creek", "dawn", "delta", "ember", "falcon", "fern", "field", "fjord", "forest", "glade", "harbor", "heron",
        "hill", "island", "lake", "lantern", "maple", "meadow", "moon", "mountain", "ocean", "orchid", "otter", "peak",
        "pebble", "pine", "prairie", "raven", "reef", "ridge", "river", "shore", "summit", "tide", "valley", "view",
    ]

    private static let authors = [
        "a-lindqvist", "bmoreau", "chiara-conti", "dkowalski", "emre-yildiz", "fatima-k", "gus-okafor", "h-tanaka",
        "ines-ferreira", "jonas-weber", "priya-n", "sofia-rossi", "tomas-novak", "renovate[bot]",
    ]

    private static let topics = [
        "feature/apple-pay", "feature/gift-cards", "feature/split-shipments", "feature/dark-mode",
        "feature/faceted-search", "feature/order-export", "feature/passkeys", "feature/price-alerts",
        "feature/saved-carts", "feature/webhooks-v2", "fix/currency-rounding", "fix/double-submit",
        "fix/flaky-checkout-test", "fix/memory-leak-in-worker", "fix/retry-on-timeout", "fix/session-expiry",
        "fix/timezone-in-reports", "chore/bump-base-image", "chore/drop-node-18", "chore/structured-logs",
        "perf/batch-inserts", "perf/cache-product-cards", "refactor/order-state-machine", "refactor/split-gateway",
        "renovate/postgres-17.x", "renovate/typescript-5.x", "spike/grpc-gateway", "release/2026-11",
    ]

    private static let messages = [
        "Add idempotency keys to capture requests", "Allow gift cards beside a voucher",
        "Batch inserts of order lines", "Bump base image to bookworm-slim", "Cache product cards for a minute",
        "Cancel the stock reservation when a payment expires", "Check the signature of webhooks before parsing",
        "Close idle connections after 30 seconds", "Count failed logins by address",
        "Don't retry a card that was declined", "Drop support for Node 18", "Emit an event when a parcel is scanned",
        "Explain why a voucher is refused", "Fix a race between two workers on one order",
        "Fix rounding of VAT on partial refunds", "Fix the flaky checkout test",
        "Fix the time zone of daily reports", "Give each request an id in the logs",
        "Handle an empty basket in the summary", "Index orders by customer and day",
        "Keep the basket when the session expires", "Lower the log level of health checks",
        "Make the import resumable", "Measure how long each page of results takes",
        "Move feature flags to the config service", "Name the carrier in the shipping mail",
        "Pass the locale through to the mailer", "Pin the version of the payment SDK",
        "Read the replica for reports", "Refuse passwords seen in breaches", "Remove the old price endpoint",
        "Rename totals to amounts, as in the ledger", "Render totals on the server",
        "Retry uploads with exponential backoff", "Return 409 when an order is already paid",
        "Send the nightly report in two parts", "Show delivery estimates in the basket",
        "Skip customers without consent in exports", "Split the order state machine from its storage",
        "Stream large exports instead of buffering them", "Sync stock levels in batches of 500",
        "Tighten the timeout to the fraud service", "Trim spaces in addresses",
        "Turn on gzip for JSON answers", "Update dependency typescript to v5.9",
        "Use one clock in the settlement tests", "Validate IBANs before saving", "Warm the cache after a deploy",
    ]
}
