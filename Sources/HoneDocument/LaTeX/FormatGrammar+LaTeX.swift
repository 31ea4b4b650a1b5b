internal import HoneGrammar

extension FormatGrammar {
  /// This grammar with the macros that a LaTeX file defines: the files that it takes in by `\\input` use them.
  public func learning(fromLaTeX bytes: [UInt8]) -> FormatGrammar {
    let layer = Layer(bytes)
    let known = LaTeXVocabulary(self["latex"])
    let tokens = LaTeXTokens(bytes, 0..<bytes.count, addresses: known.addresses)
    let definitions = LaTeXDefinitions(tokens)
    let learning = LaTeXLearning(layer, tokens, definitions.found, known)
    guard !learning.learned.isEmpty else { return self }
    let place = Place(file: "latex")
    func scalar(_ text: String) -> Node { Node(.scalar(text, plain: false), place) }
    let macros = learning.learned.sorted { $0.key < $1.key }.map { (scalar($0.key), scalar($0.value.text)) }
    let own = Node(
      .map([(scalar("latex"), Node(.map([(scalar("macros"), Node(.map(macros), place))]), place))]), place)
    return (try? adding(own)) ?? self
  }
}
