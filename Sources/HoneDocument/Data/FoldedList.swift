internal import HoneCore

/// Lists that a YAML scalar folds into one line: `Parent`, and below it `- child`, which YAML makes “Parent - child”.
struct FoldedList {
  private let layer: Layer

  init(_ layer: Layer) {
    self.layer = layer
  }

  /// The parent and its children, or the block itself.
  func parts(of block: TextBlock) -> [TextBlock] {
    guard layer.stretches != nil else { return [block] }
    var parts: [TextBlock] = []
    var rest = block
    for piece in layer.pieces(of: block.range) where isFold(piece) {
      let sign = piece.decoded.upperBound
      guard sign < block.range.upperBound, sign > rest.range.lowerBound else { continue }
      let length = Marker.length(at: sign, in: layer.bytes)
      guard length > 0, sign + length < block.range.upperBound else { continue }
      parts.append(
        TextBlock(range: rest.range.lowerBound..<piece.decoded.lowerBound, isMarked: rest.isMarked))
      rest = TextBlock(range: (sign + length)..<block.range.upperBound, isMarked: true)
    }
    return parts + [rest]
  }

  private func isFold(_ piece: Layer.Stretch) -> Bool {
    !piece.isVerbatim && piece.decoded.count == 1 && layer.bytes[piece.decoded.lowerBound] == 0x20
      && layer.file[piece.source].contains { $0 == 0x0A || $0 == 0x0D }
  }
}
