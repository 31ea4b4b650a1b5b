/// Guesses what a mistyped name was meant to be.
public enum Spelling {
  /// The name nearest to a word, where it is near enough to be meant.
  public static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    let limit = max(1, min(3, word.count / 3))
    return names.map { (name: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// How many letters are wrong, too many, left out, or have changed places with the next.
  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one)
    let other = Array(other)
    var before: [Int] = []
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        var best = min(row[j], last[j + 1]) + 1
        best = min(best, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[other.count]
  }
}
