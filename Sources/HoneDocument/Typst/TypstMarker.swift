internal import HoneCore

/// The sign at the head of a line that begins a list item or a heading.
struct TypstMarker {
  enum Kind: Equatable {
    /// `-`, `+`, `1.`
    case item
    /// `/ Term: what is said of it`
    case term
    /// `=`, by its level.
    case heading(Int)
  }

  let kind: Kind
  /// Where the text behind it begins.
  let text: Int

  /// The marker at an offset where a line begins, or `nil`.
  init?(_ syntax: TypstSyntax, _ start: Int, _ end: Int) {
    var at = start
    switch syntax.byte(at) {
    case 0x2D, 0x2B:
      kind = .item
      at += 1
    case 0x2F:
      kind = .term
      at += 1
    case 0x3D:
      while at < end, syntax.byte(at) == 0x3D { at += 1 }
      kind = .heading(at - start)
    case let byte where Bytes.isDigit(byte):
      while at < end, Bytes.isDigit(syntax.byte(at)) { at += 1 }
      guard syntax.byte(at) == 0x2E, at - start < 4 else { return nil }
      kind = .item
      at += 1
    default: return nil
    }
    guard at >= end || TypstSyntax.isSpace(syntax.byte(at)) else { return nil }
    while at < end, syntax.byte(at) == 0x20 || syntax.byte(at) == 0x09 { at += 1 }
    text = min(at, end)
  }
}
