/// Guesses what a mistyped name was meant to be.
public enum Spelling {
  /// The name nearest to a word, where it is near enough to be meant.
  public static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    let limit = max(1, min(3, word.count / 3))
    return names.map { (name: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one)
    let other = Array(other)
    var row = Array(0...other.count)
    for i in one.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in other.indices {
        let cost = one[i] == other[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[other.count]
  }
}
