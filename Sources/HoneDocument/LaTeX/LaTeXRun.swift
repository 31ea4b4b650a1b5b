/// A stretch of tokens that may be a bullet.
struct LaTeXRun {
  enum Kind {
    /// Behind `\item`, perhaps with a label of its own.
    case item(label: Label)
    /// Behind a sign that is spelled out.
    case signed
    /// The argument of a macro that holds a bullet.
    case argument
    /// Text with nothing before it.
    case prose
    /// Behind a brace that nobody closes.
    case broken
  }

  enum Label { case none, empty, some }

  let kind: Kind
  /// The first token that prints something, and the one behind the last.
  private(set) var start = -1
  private(set) var end = -1
  /// Where text is pushed to the other margin; where lines end, and the tokens behind.
  private(set) var fill: Int?
  private(set) var lines: [(at: Int, end: Int)] = []

  init(_ kind: Kind) {
    self.kind = kind
  }

  var isEmpty: Bool { start < 0 }

  /// Takes in tokens that print something.
  mutating func take(_ from: Int, _ upTo: Int) {
    if start < 0 { start = from }
    end = upTo
  }

  mutating func takeFill(_ index: Int) { if fill == nil { fill = index } }

  /// A break before the first word ends no line.
  mutating func takeLine(_ index: Int, _ end: Int) { if !isEmpty { lines.append((index, end)) } }
}
