/// A size to run on, with its price.
public struct Plan: Hashable, Sendable, Identifiable, Decodable {
    /// `nf-compute-50`
    public var id: String
    public var name: String?
    public var currency: String?
    public var perMonth: Double?
    public var perHour: Double?
    /// In vCPU.
    public var cpu: Double?
    /// In MB.
    public var memory: Double?

    public init(id: String, name: String? = nil, cpu: Double? = nil, memory: Double? = nil) {
        self.id = id
        self.name = name
        self.cpu = cpu
        self.memory = memory
    }

    private enum Keys: String, CodingKey {
        case id, name, currency
        case perMonth = "amountPerMonth"
        case perHour = "amountPerHour"
        case cpu = "cpuResource"
        case memory = "ramResource"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name)
        currency = fields.optional(.currency)
        perMonth = fields.optional(.perMonth)
        perHour = fields.optional(.perHour)
        cpu = fields.optional(.cpu)
        memory = fields.optional(.memory)
    }
}

/// Where projects can be.
public struct Region: Hashable, Sendable, Identifiable, Decodable {
    /// `europe-west`
    public var id: String
    public var name: String?
    /// Where that is.
    public var place: String?

    public init(id: String, name: String? = nil, place: String? = nil) {
        self.id = id
        self.name = name
        self.place = place
    }

    private enum Keys: String, CodingKey {
        case id, name
        case place = "regionName"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name)
        place = fields.optional(.place)
    }
}
