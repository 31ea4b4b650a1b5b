internal import HoneCore

/// What a scanner of inline markup found at a place.
struct InlinePiece {
  enum Kind {
    /// Text that stands as it is.
    case text
    /// Text that stands for other bytes.
    case atom(String)
    /// Something that is never edited, with the text that rules see.
    case opaque(String)
    /// Bytes without text.
    case hidden
    /// The end of a line and the indentation of the next.
    case lineEnd
    /// The markup that opens a wrapper.
    case open(isVital: Bool)
    /// The markup that closes the innermost one.
    case close
  }

  var kind: Kind
  var range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// The pieces of a bullet, made fit for a builder: in order, without empty wrappers, with single spaces around what has
/// no text.
struct InlinePieces {
  private let bytes: [UInt8]
  private var pieces: [InlinePiece] = []

  /// The pieces that a scanner found, in any order; wrappers must nest.
  init(_ found: [InlinePiece], _ bytes: [UInt8]) {
    self.bytes = bytes
    let ordered = found.filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var open: [(index: Int, isSeen: Bool)] = []
    for piece in ordered {
      switch piece.kind {
      case .open:
        open.append((pieces.count, false))
        pieces.append(piece)
      case .close:
        guard let wrapper = open.popLast() else {
          pieces.append(InlinePiece(.hidden, piece.range))
          continue
        }
        if wrapper.isSeen {
          pieces.append(piece)
          if !open.isEmpty { open[open.count - 1].isSeen = true }
        } else {
          // Nothing to see in it: an icon, a badge with its link.
          let lower = pieces[wrapper.index].range.lowerBound
          pieces.removeSubrange(wrapper.index...)
          pieces.append(InlinePiece(.hidden, lower..<piece.range.upperBound))
        }
      default:
        if !open.isEmpty, isSeen(piece) { open[open.count - 1].isSeen = true }
        pieces.append(piece)
      }
    }
    for wrapper in open { pieces[wrapper.index].kind = .hidden }
  }

  private func isSeen(_ piece: InlinePiece) -> Bool {
    switch piece.kind {
    case .text: piece.range.contains { Bytes.spaceLength(at: $0, in: bytes) == 0 && bytes[$0] & 0xC0 != 0x80 }
    case .atom, .opaque: true
    case .hidden, .lineEnd, .open, .close: false
    }
  }

  /// Hands the pieces over.
  func emit(into builder: inout BulletBuilder) {
    var pieces = pieces
    for index in pieces.indices.dropFirst() { takeSpaceBefore(at: index, &pieces) }
    for index in pieces.indices {
      if case .hidden = pieces[index].kind { swallowSpace(at: index, &pieces, builder) }
      let piece = pieces[index]
      if piece.range.isEmpty { continue }
      switch piece.kind {
      case .text: builder.verbatim(piece.range)
      case .atom(let text): builder.atom(text, piece.range)
      case .opaque(let text): builder.opaque(text, piece.range)
      case .hidden: builder.hidden(piece.range)
      case .lineEnd: builder.softBreak(piece.range)
      case .open(let isVital): builder.open(piece.range, isVital: isVital)
      case .close: builder.close(piece.range)
      }
    }
  }

  /// What has no text at the end of a wrapper takes the space before it along, where another stands behind the wrapper.
  private func takeSpaceBefore(at index: Int, _ pieces: inout [InlinePiece]) {
    guard case .hidden = pieces[index].kind, case .text = pieces[index - 1].kind, index + 1 < pieces.count,
      case .close = pieces[index + 1].kind
    else { return }
    let text = pieces[index - 1].range
    guard text.upperBound == pieces[index].range.lowerBound, text.count > 1,
      bytes[text.upperBound - 1] == 0x20
    else {
      return
    }
    var next = index + 1
    while next < pieces.count, case .close = pieces[next].kind { next += 1 }
    if next < pieces.count {
      guard bytes[pieces[next].range.lowerBound] <= 0x20 else { return }
    }
    pieces[index - 1].range = text.lowerBound..<(text.upperBound - 1)
    pieces[index].range = (text.upperBound - 1)..<pieces[index].range.upperBound
  }

  /// Where what has no text stands between two spaces, it takes the second one along: rules see one.
  private func swallowSpace(at index: Int, _ pieces: inout [InlinePiece], _ builder: BulletBuilder) {
    let text = builder.textSoFar
    guard text.isEmpty || text.last == 0x20, index + 1 < pieces.count else { return }
    let next = pieces[index + 1]
    guard next.range.lowerBound == pieces[index].range.upperBound else { return }
    switch next.kind {
    case .text where bytes[next.range.lowerBound] == 0x20:
      pieces[index].range = pieces[index].range.lowerBound..<(next.range.lowerBound + 1)
      pieces[index + 1].range = (next.range.lowerBound + 1)..<next.range.upperBound
    case .lineEnd:
      pieces[index].range = pieces[index].range.lowerBound..<next.range.upperBound
      pieces[index + 1].range = next.range.upperBound..<next.range.upperBound
    case .hidden:
      pieces[index + 1].range = pieces[index].range.lowerBound..<next.range.upperBound
      pieces[index].range = next.range.lowerBound..<next.range.lowerBound
    default: break
    }
  }
}
