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
}
