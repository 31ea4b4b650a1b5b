/// Collects what is wrong while a grammar is read, so that an author sees all of it at once.
package final class Diagnostics {
  package private(set) var problems: [GrammarProblem] = []

  package init() {}

  package func report(_ place: Place, _ text: String) {
    problems.append(GrammarProblem(place, text))
  }
}

/// The keys of a map, taken one by one; what is left over at the end is unknown and reported.
///
/// A start reads some thousand maps: the pairs are looked at where they are, and not copied.
package struct Fields {
  package let place: Place
  private let what: String
  private let pairs: [(key: Node, value: Node)]
  /// The pairs that were asked for, as bits; maps with more keys than bits are read by `rest`.
  private var taken: UInt64 = 0
  private var known: [String] = []
  private let diagnostics: Diagnostics

  /// The fields of a map; anything else is reported and reads as an empty one.
  package init(_ node: Node, what: @autoclosure () -> String, _ diagnostics: Diagnostics) {
    place = node.place
    self.diagnostics = diagnostics
    self.what = what()
    guard case .map(let pairs) = node.value else {
      self.pairs = []
      diagnostics.report(node.place, "\(self.what) must be a map of keys and values, such as `id: …`")
      return
    }
    self.pairs = pairs
    for pair in pairs where pair.key.text == nil {
      diagnostics.report(pair.key.place, "a key of \(self.what) must be a word")
    }
  }

  private func isTaken(_ index: Int) -> Bool { index < 64 && taken & (1 << UInt64(index)) != 0 }

  /// The node of a key, or `nil`.
  package mutating func node(_ key: String) -> Node? {
    known.append(key)
    guard let index = pairs.firstIndex(where: { $0.key.text == key }) else { return nil }
    if index < 64 { taken |= 1 << UInt64(index) }
    return pairs[index].value
  }

  /// The text of a key; a list or map there is reported.
  package mutating func text(_ key: String) -> String? {
    guard let node = node(key), !node.isNull else { return nil }
    guard let text = node.text else {
      diagnostics.report(node.place, "“\(key)” of \(what) must be a single text")
      return nil
    }
    return text
  }

  /// The text of a key that must stand there; its absence is reported.
  package mutating func required(_ key: String) -> String {
    let before = pairs.contains { $0.key.text == key }
    if let text = text(key) { return text }
    if !before { diagnostics.report(place, "\(what) has no “\(key)”; add it") }
    return ""
  }

  /// A yes or no; anything else is reported.
  package mutating func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      diagnostics.report(node.place, "“\(key)” of \(what) must be true or false")
      return nil
    }
  }

  /// One text or a list of texts.
  package mutating func texts(_ key: String) -> [(text: String, place: Place)] {
    guard let node = node(key) else { return [] }
    return node.texts(what: "“\(key)” of \(what)", diagnostics)
  }

  /// The nodes of a list; a single map counts as a list of one.
  package mutating func nodes(_ key: String) -> [Node] {
    guard let node = node(key), !node.isNull else { return [] }
    if case .list(let nodes) = node.value { return nodes }
    return [node]
  }

  /// Whether the map has no keys.
  package var isEmpty: Bool { pairs.isEmpty }

  /// The keys that are left, with their values: for maps whose keys are names.
  package mutating func rest() -> [(key: String, place: Place, value: Node)] {
    let left = self.left
    taken = ~0
    return left
  }

  private var left: [(key: String, place: Place, value: Node)] {
    pairs.enumerated().compactMap { index, pair in
      guard !isTaken(index), let key = pair.key.text else { return nil }
      return (key, pair.key.place, pair.value)
    }
  }

  /// Reports every key that nobody took.
  ///
  /// - Parameter listsKeys: whether to say which keys there are, where none is near.
  package func finish(listsKeys: Bool = false) {
    for entry in left where taken != ~0 {
      let hint = Spelling.nearest(to: entry.key, in: known).map { "did you mean “\($0)”?" }
      let otherwise = listsKeys ? "there are \(known.joined(separator: ", "))" : "take it out"
      diagnostics.report(entry.place, "unknown key “\(entry.key)” in \(what); \(hint ?? otherwise)")
    }
  }
}

extension Node {
  /// The texts of a list or of a single scalar.
  package func texts(what: String, _ diagnostics: Diagnostics) -> [(text: String, place: Place)] {
    switch value {
    case .list(let nodes):
      return nodes.compactMap { node in
        if let text = node.text { return (text, node.place) }
        diagnostics.report(node.place, "\(what) must hold texts; quote this one")
        return nil
      }
    case .scalar:
      return text.map { [($0, place)] } ?? []
    case .map:
      diagnostics.report(place, "\(what) must be a text or a list of texts")
      return []
    }
  }
}
