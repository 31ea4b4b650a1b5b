internal import HoneCore

/// A line of a paragraph: all of it, or what stands between two line breaks.
struct WordLine {
  /// The pieces of its text, behind the sign of a list that somebody typed.
  let pieces: ArraySlice<WordPiece>
  /// Whether there is such a sign.
  let isMarked: Bool
  /// Where what belongs to the line may begin.
  let start: Int

  /// A line of these pieces.
  init(_ pieces: ArraySlice<WordPiece>, _ bytes: [UInt8]) {
    var rest = pieces.drop { WordLine.isBlank($0, bytes) }
    guard let first = rest.first, let length = WordLine.signLength(first, rest.dropFirst().first, bytes)
    else {
      isMarked = false
      start = 0
      self.pieces = rest
      return
    }
    isMarked = true
    let behind = WordPiece(
      kind: first.kind, range: (first.range.lowerBound + length)..<first.range.upperBound, token: first.token,
      look: first.look, start: first.start)
    start = behind.range.lowerBound
    rest[rest.startIndex] = behind
    if behind.range.isEmpty { rest = rest.dropFirst() }
    self.pieces = rest.drop { WordLine.isBlank($0, bytes) }
  }

  /// The lines of a paragraph: it is cut only where somebody typed signs of lists into it.
  static func lines(of paragraph: WordParagraph, _ bytes: [UInt8]) -> [WordLine] {
    var parts = paragraph.pieces.split { $0.kind == .lineBreak }.map { WordLine($0, bytes) }
    guard parts.dropFirst().contains(where: \.isMarked) else {
      return [WordLine(paragraph.pieces[...], bytes)]
    }
    parts.removeAll { !$0.isMarked }
    return parts
  }

  /// Whether nothing but white space shows.
  private static func isBlank(_ piece: WordPiece, _ bytes: [UInt8]) -> Bool {
    switch piece.kind {
    case .tab, .lineBreak: return true
    case .letter, .opaque: return false
    case .text:
      var at = piece.range.lowerBound
      while at < piece.range.upperBound {
        let space = Bytes.spaceLength(at: at, in: bytes)
        if space == 0 { return false }
        at += space
      }
      return true
    }
  }

  /// The length of the sign that a piece begins with, with white space before it; `nil` where there is none.
  private static func signLength(_ piece: WordPiece, _ next: WordPiece?, _ bytes: [UInt8]) -> Int? {
    if case .opaque(let text) = piece.kind {
      return Marker.isSign(text) || isPrivate(text) ? piece.range.count : nil
    }
    guard piece.kind == .text else { return nil }
    var at = piece.range.lowerBound
    while at < piece.range.upperBound, case let space = Bytes.spaceLength(at: at, in: bytes), space > 0 {
      at += space
    }
    guard at < piece.range.upperBound else { return nil }
    let head = Array(bytes[at..<min(at + 5, piece.range.upperBound)])
    if head[0] < 0x80, Bytes.isWord(head[0]) || head[0] == 0x28 { return nil }
    let length = Marker.length(at: 0, in: head)
    guard length > 0 else { return nil }
    // A hyphen that ends a run may be the first letter of a word that goes on in the next one.
    if head[0] < 0x80, at + length == piece.range.upperBound, let next, next.kind == .text,
      Bytes.spaceLength(at: next.range.lowerBound, in: bytes) == 0
    {
      return nil
    }
    return at + length - piece.range.lowerBound
  }

  /// Whether a sign is one of a font of signs.
  private static func isPrivate(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { (0xF000...0xF0FF).contains($0.value) }
  }
}
