import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// Lumen Goods, a shop, on a quiet day. Something is under way from the first second on: a build of the
    /// storefront, a run of an import, a backup.
    mutating func makeCalm() {
        pushEvery = 25...110
        calmCheckout()
        calmPayments()
        calmSearch()
        calmMobile()
        calmData()
        addReleases()
        begin(with: History(days: 9, pushes: 12...32, runs: 12...24, backups: 7...14))
        startSomething()
    }

    private mutating func calmCheckout() {
        project("Checkout", "Storefront, basket and order placement") { project in
            project.repository("storefront", pushedAgo: [3.2 * hour, 38], busy: 2)
            project.combined("Storefront", "Web shop", from: "storefront", instances: 4, builds: 150)
            project.combined("Basket", "Baskets and vouchers", from: "basket", instances: 2, builds: 60)
            project.builder("Orders build", "Images of the order service", from: "orders", builds: 100)
            project.deployment("Orders", "Order placement, production", of: "Orders build", instances: 3)
            project.deployment("Orders staging", "Order placement, staging", of: "Orders build", instances: 1)
            project.combined("Shipping quotes", "Rates of all carriers", from: "shipping", builds: 45)
            project.job("Expire baskets", "Empties baskets left behind", cron: "*/5 * * * *", takes: 25, from: "basket")
            project.job("Reindex orders", "By hand, after a migration", takes: 240, from: "orders")
            project.addon(
                "Orders DB", "Orders of the last two years", .postgresql, gigabytes: 18,
                backup: "0 3 * * *", by: .dump)
            project.addon("Sessions", "Baskets and sessions", .redis, gigabytes: 1.2, backup: "30 4 * * *")
        }
    }

    private mutating func calmPayments() {
        project("Payments", "Cards, refunds and the ledger") { project in
            project.repository("payment-gateway", pushedAgo: [50 * minute])
            project.combined("Gateway", "Talks to the card schemes", from: "payment-gateway", instances: 3, builds: 110)
            project.combined("Ledger", "Double-entry bookkeeping", from: "ledger", instances: 2, builds: 80)
            project.combined("Refunds", "Refunds and chargebacks", from: "refunds", builds: 70)
            project.builder("Fraud model build", "Model and scorer in one image", from: "fraud", builds: 240)
            project.deployment("Fraud scorer", "Scores each payment", of: "Fraud model build")
            project.job("Settle day", "Closes yesterday's books", cron: "15 2 * * *", takes: 420, from: "ledger")
            project.job("Fetch FX rates", "From the central bank", cron: "*/15 * * * *", takes: 12, from: "ledger")
            project.job("Replay webhooks", "By hand, when a scheme was down", takes: 90, from: "payment-gateway")
            project.addon(
                "Ledger DB", "The books", .postgresql, gigabytes: 42, backup: "0 */6 * * *", by: .dump)
            project.addon("Payment events", "Queues", .rabbitmq, gigabytes: 0.6, backup: "0 5 * * *")
        }
    }

    private mutating func calmSearch() {
        project("Search", "Catalogue, facets and recommendations") { project in
            project.combined("Search API", "Queries and facets", from: "search", instances: 4, builds: 95)
            project.combined("Catalogue indexer", "Feeds the index", from: "search", builds: 95)
            project.combined("Recommendations", "Others also bought", from: "recommendations", builds: 180)
            project.deployment("Meilisearch", "The index itself", image: "getmeili/meilisearch:v1.11", instances: 2)
            project.job("Full reindex", "Each night", cron: "0 1 * * *", takes: 560, from: "search")
            project.job("Sync stock levels", "From the warehouse", cron: "*/2 * * * *", takes: 35, from: "search")
            project.addon("Catalogue", "Products", .mongodb, gigabytes: 9, backup: "0 2 * * *", by: .dump)
            project.addon("Product images", "Originals", .minio, gigabytes: 160, backup: "0 4 * * 0")
        }
    }

    private mutating func calmMobile() {
        project("Mobile API", "What the apps talk to") { project in
            project.combined("App gateway", "GraphQL for the apps", from: "app-gateway", instances: 3, builds: 75)
            project.builder("Push sender build", "Image of the sender", from: "push-sender", builds: 50)
            project.deployment("Push sender", "Notifications", of: "Push sender build")
            project.combined("Feature flags", "What is on for whom", from: "feature-flags", builds: 40)
            project.combined("Image resizer", "Thumbnails", from: "image-resizer", builds: 130)
            project.job("Prune devices", "Forgets devices unseen for a year", cron: "0 6 * * 1", takes: 75)
            project.job("Send campaign", "By hand, marketing asks", takes: 150, from: "push-sender")
            project.addon("Devices", "Tokens", .mysql, gigabytes: 3, backup: "45 3 * * *", by: .dump)
        }
    }

    private mutating func calmData() {
        project("Data platform", "Events, reports and exports", region: "us-east") { project in
            project.combined("Event collector", "Takes what sites send", from: "collector", instances: 3, builds: 55)
            project.combined("Reports", "Dashboards for the shops", from: "reports", builds: 120)
            project.builder("ETL build", "Image of all pipelines", from: "etl", builds: 200)
            project.deployment("ETL scheduler", "Plans the pipelines", of: "ETL build", instances: 1)
            project.deployment("Metabase", "Questions and charts", image: "metabase/metabase:v0.51.5")
            project.job("Hourly rollup", "Counts by hour", cron: "5 * * * *", takes: 95, from: "etl")
            project.job("Export to finance", "Weekdays before work", cron: "0 7 * * 1-5", takes: 200, from: "etl")
            project.job("Sync legacy CRM", "Until it is gone", cron: "30 * * * *", takes: 60, from: "etl") {
                $0.suspended = true
            }
            project.job("Backfill", "By hand, range in the environment", takes: 480, from: "etl")
            project.addon("Warehouse", "Facts", .postgresql, gigabytes: 120, backup: "0 0 * * *")
            project.addon("Cold storage", "Raw events, kept for audits", .minio, gigabytes: 300) { addon in
                addon.condition = .paused
                addon.schedule = CronSchedule("0 5 1 * *")
            }
        }
    }

    /// The way of an order service's release, and the disk of the event collector.
    private mutating func addReleases() {
        pipelines.append(
            Pipeline(
                id: "orders-release", project: "checkout", name: "Orders release", about: "Staging, then production",
                createdAt: start - 150 * day,
                members: [("orders-staging", .staging), ("orders", .production)]))
        volumes.append(
            Volume(
                id: "event-spool", project: "data-platform", name: "Event spool", size: 10_240,
                attachedTo: ["event-collector"], createdAt: start - 90 * day))
    }

    /// A job that somebody just ran, a backup that somebody just asked for, one that was restored yesterday, and a
    /// push in a moment.
    private mutating func startSomething() {
        let backfill = JobReference(project: "data-platform", job: "backfill")
        _ = startRun(of: backfill, at: start - 20)
        let catalogue = AddonReference(project: "search", addon: "catalogue")
        _ = backUp(catalogue, name: "before reindex", method: .dump, compression: "gz", at: start - 15)
        let orders = AddonReference(project: "checkout", addon: "orders-db")
        if let last = addons[orders]?.backups.indices.last {
            addons[orders]?.backups[last].restores = [
                .init(startedAt: start - 40 * minute, duration: 310, outcome: .completed)
            ]
        }
        // From now on its new builds wait until somebody has looked at them.
        services[ServiceReference(project: "data-platform", service: "reports")]?.cdDisabled = true
        events.plan(.push, at: start + 12)
    }
}
