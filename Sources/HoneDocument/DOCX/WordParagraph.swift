/// A paragraph of a document: what it looks like, and the pieces of its text.
struct WordParagraph {
  /// Its number in the order of the file, from 1.
  let number: Int
  var style: String?
  /// The number of the list that it says it belongs to; "0" takes it out of its style's list.
  var list: String?
  /// The level of the heading that it says it is, from 1.
  var level: Int?
  var pieces: [WordPiece] = []
  /// Which of the copies of a text box it stands in, or `nil`.
  let copy: WordCopy?
  /// How many text boxes it stands in.
  let depth: Int

  /// What its pieces show.
  func text(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for piece in pieces { piece.append(to: &text, bytes) }
    return text
  }
}

/// One of the copies of a text box: programs that know it read the first, others the second.
struct WordCopy: Hashable {
  /// Which text box, by the number of its tag.
  let box: Int
  /// Which copy of it.
  let copy: Int
}

/// A piece of a paragraph's text.
struct WordPiece {
  enum Kind: Equatable {
    /// Text with entities.
    case text
    /// A tab, the end of a line.
    case tab, lineBreak
    /// Something that stands for a letter, by the letter.
    case letter(String)
    /// Something that is never changed, and how it reads.
    case opaque(String)
  }

  let kind: Kind
  let range: Range<Int>
  /// The number of its first token: what stands between two pieces is known by these.
  let token: Int
  /// The look of its run.
  let look: WordLook
  /// Where the run begins, or what holds it alone: a link.
  let start: Int

  func append(to text: inout [UInt8], _ bytes: [UInt8]) {
    switch kind {
    case .tab, .lineBreak: text.append(0x20)
    case .letter(let letter), .opaque(let letter): text += letter.utf8
    case .text:
      var at = range.lowerBound
      while at < range.upperBound {
        if bytes[at] == 0x26, let entity = Entity(at: at, before: range.upperBound, in: bytes, isXML: true) {
          if case .text(let meant) = entity.meaning { text += meant.utf8 }
          at = entity.range.upperBound
        } else {
          text.append(bytes[at])
          at += 1
        }
      }
    }
  }
}

/// What tells runs apart: their formatting, and what holds them.
struct WordLook: Hashable {
  /// The formatting, without what nobody sees.
  let format: [UInt8]
  /// The tag of the link, insertion or the like around the run; -1 where there is none.
  let holder: Int
  /// Whether that must never go.
  let isVital: Bool
  let isBold: Bool
  let isCaps: Bool
}
