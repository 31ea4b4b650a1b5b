extension Node {
  /// The node without the examples that prove rules and swaps.
  public var withoutExamples: Node {
    switch value {
    case .scalar: return self
    case .list(let nodes): return Node(.list(nodes.map(\.withoutExamples)), place)
    case .map(let pairs):
      let kept = pairs.filter { $0.key.text != "examples" && $0.key.text != "example" }
      return Node(.map(kept.map { ($0.key, $0.value.withoutExamples) }), place)
    }
  }

  /// A grammar file without the words that stand in a `WordTable`: names, patterns and includes of lists are left.
  var withoutWords: Node {
    guard case .map(let pairs) = value else { return self }
    let kept = pairs.map { key, value -> (key: Node, value: Node) in
      switch key.text {
      case "terms": (key, value.mapped { $0.filtered { $0.hasPrefix("re:") || $0.hasPrefix("@") } })
      case "verbs": (key, value.mapped { $0.filtered { _ in false } })
      default: (key, value)
      }
    }
    return Node(.map(kept), place)
  }

  private func mapped(_ change: (Node) -> Node) -> Node {
    guard case .map(let pairs) = value else { return self }
    return Node(.map(pairs.map { ($0.key, change($0.value)) }), place)
  }

  /// The items of a list that are kept; what a pack adds to a list or drops from it is filtered alike.
  private func filtered(_ isKept: (String) -> Bool) -> Node {
    switch value {
    case .list(let nodes): Node(.list(nodes.filter { $0.text.map(isKept) ?? true }), place)
    case .scalar: text.map(isKept) == false ? Node(.list([]), place) : self
    case .map(let pairs): Node(.map(pairs.map { ($0.key, $0.value.filtered(isKept)) }), place)
    }
  }
}
