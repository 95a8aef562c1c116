import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// Lumen Goods on a bad day. A release of the gateway couldn't be rolled out; every new commit of the storefront
    /// fails to build; the settlement fails at each attempt; the search's database is in error and a container of the
    /// recommendations crashes; and one backup has been failing while another has quietly not been made for days.
    mutating func makeIncident() {
        pushEvery = 20...80
        let start = start
        project("Checkout", "Storefront, basket and order placement") { project in
            project.repository("storefront", pushedAgo: [2.1 * hour, 64 * minute, 31 * minute, 35], busy: 4)
            project.combined("Storefront", "Web shop", from: "storefront", instances: 4, builds: 150) {
                $0.buildsFailSince = start - 3 * hour
            }
            project.combined("Basket", "Baskets and vouchers", from: "basket", instances: 2, builds: 60)
            project.builder("Orders build", "Images of the order service", from: "orders", builds: 100)
            project.deployment("Orders", "Order placement, production", of: "Orders build", instances: 3)
            project.job("Expire baskets", "Empties baskets left behind", cron: "*/5 * * * *", takes: 25, from: "basket")
            project.addon(
                "Orders DB", "Orders of the last two years", .postgresql, gigabytes: 18,
                backup: "0 3 * * *", by: .dump
            ) {
                $0.backupsFailSince = start - 2.5 * day
            }
        }
        project("Payments", "Cards, refunds and the ledger") { project in
            project.repository("payment-gateway", pushedAgo: [26 * minute])
            project.combined("Gateway", "Talks to the card schemes", from: "payment-gateway", instances: 3, builds: 110)
            {
                // Whoever builds it anew has it back: what stood in its way is gone by now.
                $0.deploysFailSince = start - hour
                $0.deploysFailUntil = start
            }
            project.combined("Ledger", "Double-entry bookkeeping", from: "ledger", instances: 2, builds: 80)
            project.combined("Refunds", "Refunds and chargebacks", from: "refunds", builds: 70)
            project.job("Settle payments", "Closes the books in parts", cron: "*/10 * * * *", takes: 50, from: "ledger")
            {
                $0.failsSince = start - 75 * minute
            }
            project.job("Replay webhooks", "By hand, when a scheme was down", takes: 90, from: "payment-gateway")
            project.addon("Ledger DB", "The books", .postgresql, gigabytes: 42, backup: "0 */6 * * *") {
                // Nobody noticed that the schedule stopped.
                $0.backedUpUntil = start - 4.2 * day
            }
            project.addon("Payment events", "Queues", .rabbitmq, gigabytes: 0.6, backup: "0 5 * * *")
        }
        project("Search", "Catalogue, facets and recommendations") { project in
            project.combined("Search API", "Queries and facets", from: "search", instances: 4, builds: 95)
            project.combined("Recommendations", "Others also bought", from: "recommendations", builds: 180) {
                $0.crashesSince = start - 20 * minute
            }
            project.deployment("Meilisearch", "The index itself", image: "getmeili/meilisearch:v1.11", instances: 2)
            project.job("Sync stock levels", "From the warehouse", cron: "*/2 * * * *", takes: 35, from: "search")
            project.addon("Catalogue", "Products", .mongodb, gigabytes: 9, backup: "0 2 * * *", by: .dump) {
                $0.condition = .error
            }
            project.addon("Query cache", "Hot queries", .redis, gigabytes: 2, backup: "30 2 * * *")
        }
        begin(with: History(days: 9, pushes: 12...30, runs: 12...24, backups: 7...20))
        _ = startRun(of: JobReference(project: "payments", job: "replay-webhooks"), at: start - 25)
        _ = backUp(
            AddonReference(project: "search", addon: "query-cache"), name: "before failover", method: .snapshot,
            compression: "gz", at: start - 10)
        events.plan(.push, at: start + 9)
    }
}
