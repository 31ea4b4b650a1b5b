internal import HoneCore
internal import HoneEngine
internal import HoneGrammar

/// A replacement of a range of a draft's text.
struct DraftEdit {
  let range: Range<Int>
  let pieces: [Piece]
}

/// Pieces that make up a text, on their way from the bullet to a rewrite.
///
/// A draft begins as the whole bullet, kept. Edits cut kept pieces anywhere, but never an inflected one or a slot:
/// an edit that would is refused.
struct Draft {
  let pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The whole of a text, kept.
  init(keeping bytes: [UInt8]) {
    pieces = bytes.isEmpty ? [] : [Piece(bytes.text(0..<bytes.count), .kept(0..<bytes.count))]
  }

  var text: String { pieces.map(\.text).joined() }

  /// Whether any slot is open.
  var hasSlots: Bool {
    pieces.contains { if case .slot = $0.origin { true } else { false } }
  }

  /// The first clause number that is free.
  var nextClause: Int { (pieces.map(\.clause).max() ?? 0) + 1 }

  /// The pieces of a byte range of the text, or `nil` where it would cut one that cannot be cut.
  func slice(_ range: Range<Int>) -> [Piece]? {
    var result: [Piece] = []
    var start = 0
    for piece in pieces {
      let end = start + piece.text.utf8.count
      defer { start = end }
      let lower = max(range.lowerBound, start)
      let upper = min(range.upperBound, end)
      guard lower < upper else { continue }
      if lower == start, upper == end {
        result.append(piece)
        continue
      }
      let text = Array(piece.text.utf8).text((lower - start)..<(upper - start))
      switch piece.origin {
      case .kept(let source):
        let from = source.lowerBound + lower - start
        result.append(Piece(text, .kept(from..<(from + upper - lower)), clause: piece.clause))
      case .grammar:
        result.append(Piece(text, .grammar, clause: piece.clause))
      case .inflected, .slot, .fact:
        return nil
      }
    }
    return result
  }

  /// This draft seen from what its own base was made of: `inner` made the text that these pieces refer to.
  func composed(onto inner: Draft) -> Draft? {
    var result: [Piece] = []
    for piece in pieces {
      switch piece.origin {
      case .kept(let range):
        guard let slice = inner.slice(range) else { return nil }
        result += slice.map { piece.clause == 0 ? $0 : Piece($0.text, $0.origin, clause: piece.clause) }
      case .inflected(let range):
        guard let slice = inner.slice(range) else { return nil }
        let sources = slice.compactMap(\.source)
        guard let lower = sources.map(\.lowerBound).min(), let upper = sources.map(\.upperBound).max() else {
          // A grammar word in another case stays a grammar word.
          result.append(Piece(piece.text, .grammar, clause: piece.clause))
          continue
        }
        result.append(Piece(piece.text, .inflected(lower..<upper), clause: piece.clause))
      case .grammar, .slot, .fact:
        result.append(piece)
      }
    }
    return Draft(Draft.joined(result))
  }

  /// Neighbouring kept pieces that touch become one.
  static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces where !piece.text.isEmpty {
      if case .kept(let range) = piece.origin, let last = result.last, case .kept(let before) = last.origin,
        before.upperBound == range.lowerBound, last.clause == piece.clause
      {
        result[result.count - 1] = Piece(
          last.text + piece.text, .kept(before.lowerBound..<range.upperBound), clause: piece.clause)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
