/// The pattern fragments of a grammar, by name.
public struct Fragments: Sendable {
  private var made: [String: Fragment] = [:]
  /// Names and patterns as an image has them, in the order of the names.
  private var lying: (names: TextTable, patterns: TextTable, place: Place)?

  /// No fragment.
  init() {}

  /// The fragments of an image: the names in order, and the pattern of each.
  init(names: TextTable, patterns: TextTable, place: Place) {
    lying = (names, patterns, place)
  }

  /// The fragment of a name, or `nil`.
  public internal(set) subscript(_ name: String) -> Fragment? {
    get {
      guard let lying else { return made[name] }
      // The names stand in the order of their bytes.
      var lower = 0
      var upper = lying.names.count
      while lower < upper {
        let middle = (lower + upper) / 2
        if lying.names[middle] < name { lower = middle + 1 } else { upper = middle }
      }
      guard lower < lying.names.count, lying.names[lower] == name else { return nil }
      return Fragment(name: name, pattern: lying.patterns[lower], place: lying.place)
    }
    set { made[name] = newValue }
  }

  /// All of them, in the order of their names.
  public var all: [Fragment] {
    guard let lying else { return made.values.sorted { $0.name < $1.name } }
    return (0..<lying.names.count).map {
      Fragment(name: lying.names[$0], pattern: lying.patterns[$0], place: lying.place)
    }
  }
}
