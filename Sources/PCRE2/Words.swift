/// Answers the questions that a pattern asks of the text around it.
///
/// PCRE2 stops at a callout and asks whether to go on. A pattern holds the callouts `(?C's7')`, “does something of
/// kind 7 begin here?”, and `(?C'e7')`, “does it end here?”; so a list of a thousand words costs a pattern some twenty
/// bytes, and is looked up once a text instead of once a pattern.
public protocol Words: AnyObject {
  /// Whether something of a kind begins at a byte offset.
  func begins(_ kind: Int, at offset: Int) -> Bool
  /// Whether something of a kind ends at a byte offset.
  func ends(_ kind: Int, at offset: Int) -> Bool
}

/// Writes the part of a pattern that matches one thing of a kind, whole.
public enum WordCall {
  /// A pattern that takes what begins here, if it is of this kind.
  public static func pattern(kind: Int) -> String {
    // Things of one kind never overlap, so the first end is the right one, and atomic: there is no second try.
    "(?>(?<!\\w)(?C's\(kind)').+?(?C'e\(kind)'))"
  }

  /// Whether a pattern may ask anything: whether it holds `(?C`.
  static func stands(in pattern: [UInt8]) -> Bool {
    pattern.indices.dropFirst(2).contains {
      pattern[$0] == 0x43 && pattern[$0 - 1] == 0x3F && pattern[$0 - 2] == 0x28
    }
  }
}
