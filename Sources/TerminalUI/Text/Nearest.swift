/// The word that was probably meant: the one that takes the fewest changes, if it takes few. The first where there are
/// several.
public func nearest(to word: String, in words: some Sequence<String>) -> String? {
    let words = Array(words)
    let target = Array(word.lowercased())
    let tolerance = max(1, target.count / 3)
    return words.map { (word: $0, changes: changes(from: target, to: Array($0.lowercased()))) }
        .filter { $0.changes <= tolerance }
        .min { $0.changes < $1.changes }?.word ?? onlyLonger(target, words)
}

/// The one word that begins so; nil where there are several, or where hardly anything was typed.
private func onlyLonger(_ start: [Character], _ words: [String]) -> String? {
    guard start.count >= 3 else { return nil }
    let longer = words.filter { $0.lowercased().hasPrefix(String(start)) }
    return longer.count == 1 ? longer[0] : nil
}

/// Damerau's distance, neighbours swapped being one change: the most common slip of all.
private func changes(from first: [Character], to second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1...first.count {
        var current = [row]
        for column in 1...second.count {
            let same = first[row - 1] == second[column - 1]
            var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
            let isSwap =
                row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1]
            if isSwap { least = min(least, beforeLast[column - 2] + 1) }
            current.append(least)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
