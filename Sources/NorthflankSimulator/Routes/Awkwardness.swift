import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// One thing as it stands in an answer: by the contract, or, in an awkward world, with fields missing and times
    /// in any of the notations that the real API's documented answers use. The same thing is awkward in the same way
    /// each time it is asked for.
    func item(_ id: String, _ json: JSON) -> JSON {
        guard isAwkward, case .object(let members) = json else { return json }
        return .object(
            members.compactMap { member in
                let isNeeded = ["id", "name"].contains(member.key)
                var random = SplitMix64(seed: stableHash(id + member.key))
                if !isNeeded, random.chance(0.12) { return nil }
                return (member.key, odd(member.value, &random))
            })
    }

    private func odd(_ value: JSON, _ random: inout SplitMix64) -> JSON {
        switch value {
        case .time(let date), .epoch(let date): oddTime(date, random.number(0...8))
        case .integer(let number): random.chance(0.5) ? .number(Double(number)) : value
        case .object(let members): .object(members.map { ($0.key, odd($0.value, &random)) })
        default: value
        }
    }

    private func oddTime(_ date: Date, _ notation: Int) -> JSON {
        let civil = CivilTime(date)
        return switch notation {
        case 0: .string("\(civil.date)T\(civil.time)Z")
        case 1: .string("\(civil.date) \(civil.time)\(civil.fraction)Z")
        case 2: .string("\(civil.date) \(civil.time)")
        case 3: .integer(Int(date.timeIntervalSince1970))
        case 4: .epoch(date)
        case 5: .string(String(Int(date.timeIntervalSince1970 * 1000)))
        case 6: .string(civil.dotted)
        case 7: .string("\(civil.iso)\"")
        default: .time(date)
        }
    }
}

/// The same on every run, unlike `Hasher` (FNV-1a).
func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
