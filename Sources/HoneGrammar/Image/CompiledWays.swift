/// The ways of a grammar as PCRE2 compiled them when hone was made: a start that takes them as they are compiles nothing.
///
/// They are text, as `PCRE2.Pattern` writes and reads it. Only the library that made them can read them; whoever asks compiles
/// the text of a way where it cannot.
public struct CompiledWays: Sendable {
  /// The text that holds them.
  public let text: String
  /// Digits with which all of them begin, four at a time.
  public let head: [UInt8]
  private let rests: TextTable

  /// The ways that a text holds, or `nil` where they are those of another grammar.
  ///
  /// - Parameter ways: the ways that they are to be.
  init?(text: String, of ways: Ways) {
    let table = TextTable(image: text)
    guard table.count == ways.count + 2, table[0] == ways.mark else { return nil }
    self.text = text
    head = table.bytes(of: 1)
    rests = table
  }

  /// Where what PCRE2 made of a way stands in the text, behind `head`: a range of bytes.
  public func place(of way: Int) -> Range<Int> { rests.place(of: way + 2) }

  /// The ways as text.
  ///
  /// - Parameters:
  ///   - codes: what PCRE2 made of each, in digits.
  ///   - ways: what it was made of.
  static func text(_ codes: [[UInt8]], of ways: Ways) -> String {
    var head = codes.first ?? []
    for code in codes { head = Array(zip(head, code).prefix { $0 == $1 }.map(\.0)) }
    // Four digits are three bytes: whole groups are cut off.
    head.removeLast(head.count % 4)
    return TextTable.image(of: [Array(ways.mark.utf8), head] + codes.map { Array($0[head.count...]) })
  }
}
