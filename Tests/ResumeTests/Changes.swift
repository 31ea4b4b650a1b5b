import HoneCore
import HoneDocument
import HoneTestSupport

/// Rewrites that no grammar would make, to try what files can hold.
enum Changes {
  /// A way to change a bullet.
  enum Way: CaseIterable, Sendable {
    /// Everything is kept.
    case nothing
    /// Another first word.
    case opener
    /// Words in the middle go.
    case cut
    /// New words at the end, with every sign that means something to some host.
    case signs
    /// A slot in the middle.
    case slot
  }

  /// Signs that some host gives a meaning, between words.
  static let signs =
    " by 50% & $5M #1 a_b c^d {e} <f> \"g\" 'h' `i` *j* ~ k: l # m -- n @o [p] \\ q | r = s // t"

  /// The bullets of a file before and after a change, as the reader has them, or where it finds another number, as one
  /// that judges no bullet by its looks.
  static func bullets(_ old: [UInt8], _ new: [UInt8], _ format: Format) throws -> (
    old: [SourceBullet], new: [SourceBullet]
  ) {
    let old = try [FormatGrammar.builtIn, .builtIn.lenient].map {
      try Document.read(old, as: format, $0).bullets
    }
    let new = try [FormatGrammar.builtIn, .builtIn.lenient].map {
      try Document.read(new, as: format, $0).bullets
    }
    return old[0].count == new[0].count ? (old[0], new[0]) : (old[1], new[1])
  }

  /// The change of one bullet.
  static func rewrite(_ bullet: SourceBullet, _ way: Way) -> Rewrite {
    let text = bullet.text
    let words = self.words(text)
    var pieces: [Piece] = []
    func keep(_ range: Range<Int>) {
      if !range.isEmpty { pieces.append(Piece(String(decoding: text[range], as: UTF8.self), .kept(range))) }
    }
    switch way {
    case .nothing: keep(0..<text.count)
    case .opener:
      let end = words.first?.upperBound ?? text.count
      pieces.append(Piece("Probed", .grammar))
      keep(end..<text.count)
    case .cut where words.count > 4:
      keep(0..<words[1].upperBound)
      keep(words[2].upperBound..<text.count)
    case .cut: keep(0..<text.count)
    case .signs:
      keep(0..<text.count)
      pieces.append(Piece(signs, .grammar))
    case .slot:
      let middle = words.isEmpty ? text.count : words[words.count / 2].lowerBound
      keep(0..<middle)
      pieces.append(Piece("[data size]", .slot("data_size")))
      pieces.append(Piece(" ", .grammar))
      keep(middle..<text.count)
    }
    return Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
  }

  /// The words between single spaces.
  private static func words(_ text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for (at, byte) in text.enumerated() where byte == 0x20 {
      if at > start { words.append(start..<at) }
      start = at + 1
    }
    if start < text.count { words.append(start..<text.count) }
    return words
  }
}
