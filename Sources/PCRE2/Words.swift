/// Answers the questions that a pattern asks of the text around it.
///
/// PCRE2 stops at a callout and asks whether to go on. A pattern holds the callouts `(?C's7')`, “does something of
/// kind 7 begin here?”, and `(?C'e')`, “does it end here?”; so a list of a thousand words costs a pattern some twenty
/// bytes, and is looked up once a text instead of once a pattern.
public protocol Words: AnyObject {
  /// Where what is of a kind and begins at a byte offset ends, or `nil` where nothing of the kind begins there.
  func end(of kind: Int, from offset: Int) -> Int?
}

/// Writes the part of a pattern that matches one thing of a kind, whole.
public enum WordCall {
  /// A pattern that takes what begins here, if it is of this kind.
  ///
  /// - Parameter endsWord: whether what is of this kind never ends right before an ASCII letter, digit or underscore. It is
  ///   then asked for its end at the ends of words only, and not behind each of their letters.
  public static func pattern(kind: Int, endsWord: Bool = false) -> String {
    // Things of one kind never overlap, so the first end is the right one, and atomic: there is no second try.
    "(?>(?<!\\w)(?C's\(kind)')" + (endsWord ? "(?:.[A-Za-z0-9_]*+)+?" : ".+?") + "(?C'e'))"
  }

  /// Whether a pattern may ask anything: whether it holds `(?C`.
  static func stands(in pattern: [UInt8]) -> Bool {
    pattern.indices.dropFirst(2).contains {
      pattern[$0] == 0x43 && pattern[$0 - 1] == 0x3F && pattern[$0 - 2] == 0x28
    }
  }
}
