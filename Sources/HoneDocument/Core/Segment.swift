/// A stretch of a bullet: what rules see of it, and the bytes of the file behind it.
struct Segment: Sendable {
  enum Kind: Sendable, Equatable {
    /// Text that stands in the file as it is.
    case verbatim
    /// Text that stands for other bytes, as a whole: an escape, an entity.
    case atom
    /// The end of a line and the indentation of the next one: a space.
    case softBreak
    /// Something that is never changed nor dropped: code, a formula, an address.
    case opaque
    /// The markup that opens a wrapper, by its number.
    case opening(Int)
    /// The markup that closes it.
    case closing(Int)
    /// Bytes without text that stay where they are: a comment, an icon, a citation.
    case hidden
  }

  let kind: Kind
  /// Where its text stands in the bullet's: byte offsets.
  var text: Range<Int>
  /// Where its bytes stand in the file.
  var source: Range<Int>
  /// The wrappers around it, the outermost first.
  let wrappers: [Int]
  /// The wrapper behind which these bytes without text stand and begin what comes there, whatever that is.
  var follows: Int?
}

/// A pair of markup around words.
struct Wrapper: Sendable {
  let opening: Range<Int>
  var closing: Range<Int>
  /// Whether it must not go even where its words go: a link.
  let isVital: Bool
}
