/// Sets of triggers, of each of which one must stand in a bullet if a pattern is to match there.
struct Needs {
  /// The sets, the rarest first.
  private(set) var sets: [Set<Trigger>] = []

  /// How many sets are kept: more tell little that those do not.
  static let most = 3

  /// Nothing can meet them.
  static let impossible = Needs([])

  /// One set, or none.
  init(_ set: Set<Trigger>?) {
    if let set { sets = [set] }
  }

  /// What is needed where one of several pieces must match.
  ///
  /// Whichever of them does needs its own rarest set, and so the rarest sets of all, taken together, hold one that stands; the
  /// same goes for the next.
  init(oneOf pieces: [Needs]) {
    let possible = pieces.filter { !$0.isImpossible }
    if possible.isEmpty {
      self = .impossible
      return
    }
    for number in 0..<(possible.map(\.sets.count).min() ?? 0) {
      add(possible.reduce(into: []) { $0.formUnion($1.sets[number]) })
    }
  }

  /// Whether nothing can meet them.
  var isImpossible: Bool { sets.first?.isEmpty == true }

  /// Asks for one set more.
  mutating func add(_ set: Set<Trigger>) {
    // Whatever meets a smaller set meets a larger one.
    if sets.contains(where: { $0.isSubset(of: set) }) { return }
    sets.removeAll { set.isSubset(of: $0) }
    let cost = Trigger.cost(set)
    let place = sets.firstIndex { Trigger.cost($0) > cost } ?? sets.count
    sets.insert(set, at: place)
    if sets.count > Needs.most { sets.removeLast() }
  }
}
