public import Northflank

/// A list of what the platform offers, read when something is to be chosen from it.
public enum Catalogue: Hashable, Sendable, CaseIterable {
    case plans
    case regions
}

/// One that was read.
public enum CatalogueContent: Hashable, Sendable {
    case plans([Plan])
    case regions([Region])
}

extension State {
    /// Nil while it isn't known.
    func plans() -> [Plan]? {
        if case .success(.plans(let plans)) = catalogues[.plans] { plans } else { nil }
    }

    /// Nil while it isn't known.
    func regions() -> [Region]? {
        if case .success(.regions(let regions)) = catalogues[.regions] { regions } else { nil }
    }

    /// What is still to be read of them; a list that couldn't be is tried again.
    mutating func read(_ wanted: Set<Catalogue>) -> [Effect] {
        Catalogue.allCases.filter { wanted.contains($0) }.compactMap { catalogue in
            if case .success = catalogues[catalogue] { return nil }
            return .loadCatalogue(catalogue)
        }
    }
}
