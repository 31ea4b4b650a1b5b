/// Text as a scanner sees it, and the way back to the bytes of the file.
///
/// A file is a layer of its own. A string inside a file (a JSON string, a YAML scalar, the runs of a DOCX paragraph) is
/// decoded into another one, and whatever scans markup need not know in which of them it works.
public struct Layer: Sendable {
  /// Some decoded bytes and those of the file behind them.
  public struct Stretch: Sendable {
    /// Where the bytes stand in the layer.
    public let decoded: Range<Int>
    /// Where what they were decoded from stands in the file.
    public let source: Range<Int>
    /// Whether both are the same bytes; if not, they stand for each other as a whole.
    public let isVerbatim: Bool
  }

  /// The bytes that a scanner looks at.
  public let bytes: [UInt8]
  /// The bytes of the file.
  public let file: [UInt8]
  /// Where the decoded bytes come from, in order; `nil` where the layer is the file.
  let stretches: [Stretch]?
  /// Writes new bytes of this layer as the file must spell them; `nil` where it cannot bear them.
  let respell: @Sendable ([UInt8]) -> [UInt8]?

  /// A file as it is.
  public init(_ file: [UInt8]) {
    bytes = file
    self.file = file
    stretches = nil
    respell = { $0 }
  }

  fileprivate init(
    _ bytes: [UInt8], _ file: [UInt8], _ stretches: [Stretch],
    _ respell: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) {
    self.bytes = bytes
    self.file = file
    self.stretches = stretches
    self.respell = respell
  }

  /// The bytes of the file behind a range: from the first of its bytes to the last.
  public func source(of range: Range<Int>) -> Range<Int> {
    guard stretches != nil else { return range }
    let pieces = pieces(of: range)
    guard let first = pieces.first, let last = pieces.last else {
      let at = sourceOffset(of: range.lowerBound)
      return at..<at
    }
    return first.source.lowerBound..<last.source.upperBound
  }

  /// Where in the file a place of the layer stands.
  private func sourceOffset(of offset: Int) -> Int {
    guard let stretches, let last = stretches.last else { return offset }
    let index = firstStretch(endingBehind: offset)
    guard index < stretches.count else { return last.source.upperBound }
    let stretch = stretches[index]
    guard stretch.isVerbatim, stretch.decoded.contains(offset) else { return stretch.source.lowerBound }
    return stretch.source.lowerBound + offset - stretch.decoded.lowerBound
  }

  /// The stretches that a range touches, each cut to it; one that is not verbatim stays whole.
  func pieces(of range: Range<Int>) -> [Stretch] {
    guard let stretches else { return [Stretch(decoded: range, source: range, isVerbatim: true)] }
    var pieces: [Stretch] = []
    var index = firstStretch(endingBehind: range.lowerBound)
    while index < stretches.count, stretches[index].decoded.lowerBound < range.upperBound {
      let stretch = stretches[index]
      index += 1
      if !stretch.isVerbatim {
        pieces.append(stretch)
        continue
      }
      let lower = max(range.lowerBound, stretch.decoded.lowerBound)
      let upper = min(range.upperBound, stretch.decoded.upperBound)
      guard lower < upper else { continue }
      let shift = stretch.source.lowerBound - stretch.decoded.lowerBound
      pieces.append(
        Stretch(decoded: lower..<upper, source: (lower + shift)..<(upper + shift), isVerbatim: true))
    }
    return pieces
  }

  private func firstStretch(endingBehind offset: Int) -> Int {
    guard let stretches else { return 0 }
    var lower = 0
    var upper = stretches.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if stretches[middle].decoded.upperBound <= offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}

/// Decodes a part of a layer into a layer of its own.
public struct LayerBuilder {
  private let outer: Layer
  private var bytes: [UInt8] = []
  private var stretches: [Layer.Stretch] = []

  /// A builder for what is decoded from a layer.
  public init(_ outer: Layer) {
    self.outer = outer
  }

  /// Bytes of the outer layer that stand for themselves.
  public mutating func verbatim(_ range: Range<Int>) {
    for piece in outer.pieces(of: range) {
      let from = bytes.count
      bytes += outer.bytes[piece.decoded]
      add(from, piece.source, isVerbatim: piece.isVerbatim)
    }
  }

  /// Bytes of the outer layer that stand for something else, as a whole.
  public mutating func atom(_ decoded: [UInt8], _ range: Range<Int>) {
    guard !decoded.isEmpty else { return }
    let from = bytes.count
    bytes += decoded
    add(from, outer.source(of: range), isVerbatim: false)
  }

  private mutating func add(_ from: Int, _ source: Range<Int>, isVerbatim: Bool) {
    if isVerbatim, let last = stretches.last, last.isVerbatim, last.source.upperBound == source.lowerBound {
      stretches[stretches.count - 1] = Layer.Stretch(
        decoded: last.decoded.lowerBound..<bytes.count,
        source: last.source.lowerBound..<source.upperBound, isVerbatim: true)
      return
    }
    stretches.append(Layer.Stretch(decoded: from..<bytes.count, source: source, isVerbatim: isVerbatim))
  }

  /// The decoded layer.
  ///
  /// - Parameter spell: writes new bytes of it as the outer layer must spell them; `nil` where it cannot bear them.
  public func layer(_ spell: @escaping @Sendable ([UInt8]) -> [UInt8]?) -> Layer {
    let outer = outer.respell
    return Layer(bytes, self.outer.file, stretches) { new in spell(new).flatMap(outer) }
  }
}
