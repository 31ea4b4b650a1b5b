/// A piece of HTML or XML: a tag, a comment, or text up to the next of them.
struct MarkupToken {
  enum Kind: Equatable {
    /// Text, entities in it as they stand.
    case text
    /// A tag that opens an element.
    case start
    /// A tag that opens and closes one: `<w:tab/>`. HTML has the slash and does not mind it.
    case empty
    /// A tag that closes an element.
    case end
    /// A comment, and what HTML takes for one.
    case comment
    /// A declaration, a processing instruction.
    case other
    /// Text without markup in it: a script, a CDATA section.
    case raw
  }

  let kind: Kind
  /// Its bytes, signs included.
  let range: Range<Int>
  /// The bytes of the name of a tag.
  let name: Range<Int>
}
