public import HoneGrammar
public import HoneReport

extension HumanText {
  /// A writer for what the rules of a grammar find.
  ///
  /// - Parameters:
  ///   - grammar: the one whose rules may have found something, for their reasons.
  ///   - isColoured: whether colours are written.
  ///   - width: the columns that lines must fit, or `nil` where they may be of any length.
  ///   - streamUnit: what standard input is counted in: lines or records.
  public init(
    grammar: Grammar, isColoured: Bool = false, width: Int? = nil, streamUnit: String = "line"
  ) {
    self.init(isColoured: isColoured, width: width, streamUnit: streamUnit) { grammar.rule($0)?.why }
  }
}
