/// What there is to run on, and where.
enum Catalogue {
    struct Plan: Sendable {
        let id: String
        let name: String
        /// In vCPU.
        let cpu: Double
        /// In MB.
        let memory: Double
        /// In US dollars.
        let perMonth: Double
    }

    struct Region: Sendable {
        let id: String
        let name: String
        let place: String
        let provider: String
    }

    // Made up, but for the names that the public guide and the contract's examples use.
    static let plans: [Plan] = [
        Plan(id: "nf-compute-10", name: "0.1 vCPU, 256 MB", cpu: 0.1, memory: 256, perMonth: 2.7),
        Plan(id: "nf-compute-20", name: "0.2 vCPU, 512 MB", cpu: 0.2, memory: 512, perMonth: 5.4),
        Plan(id: "nf-compute-50", name: "0.5 vCPU, 1 GB", cpu: 0.5, memory: 1024, perMonth: 12),
        Plan(id: "nf-compute-100-1", name: "1 vCPU, 1 GB", cpu: 1, memory: 1024, perMonth: 18),
        Plan(id: "nf-compute-100-2", name: "1 vCPU, 2 GB", cpu: 1, memory: 2048, perMonth: 24),
        Plan(id: "nf-compute-200", name: "2 vCPU, 4 GB", cpu: 2, memory: 4096, perMonth: 48),
        Plan(id: "nf-compute-200-8", name: "2 vCPU, 8 GB", cpu: 2, memory: 8192, perMonth: 72),
        Plan(id: "nf-compute-400", name: "4 vCPU, 8 GB", cpu: 4, memory: 8192, perMonth: 96),
        Plan(id: "nf-compute-400-16", name: "4 vCPU, 16 GB", cpu: 4, memory: 16_384, perMonth: 144),
        Plan(id: "nf-compute-800-16", name: "8 vCPU, 16 GB", cpu: 8, memory: 16_384, perMonth: 192),
    ]

    static let regions: [Region] = [
        Region(id: "europe-west", name: "Europe West", place: "London", provider: "gcp"),
        Region(id: "europe-west-netherlands", name: "Europe West", place: "Netherlands", provider: "gcp"),
        Region(id: "us-central", name: "US Central", place: "Iowa", provider: "gcp"),
        Region(id: "us-east", name: "US East", place: "South Carolina", provider: "gcp"),
    ]
}
