internal import HoneCore

/// The ways of a grammar as PCRE2 compiled them when hone was made: a start that takes them as they are compiles nothing.
///
/// Only the library that made them can read them; whoever asks compiles the text of a way where it cannot.
public struct CompiledWays: Sendable {
  /// Bytes with which all of them begin.
  private let head: [UInt8]
  private let rests: TextTable

  /// The ways that a text holds, or `nil` where they are those of another grammar.
  ///
  /// - Parameter ways: the ways that they are to be.
  init?(text: String, of ways: Ways) {
    let table = TextTable(image: text)
    guard table.count == ways.count + 2, table[0] == ways.mark else { return nil }
    head = SixBits.bytes(of: table.bytes(of: 1))
    rests = table
  }

  /// What PCRE2 made of a way.
  public func code(of way: Int) -> [UInt8] { SixBits.bytes(of: rests.bytes(of: way + 2), behind: head) }

  /// The ways as text.
  ///
  /// - Parameters:
  ///   - codes: what PCRE2 made of each.
  ///   - ways: what it was made of.
  static func text(_ codes: [[UInt8]], of ways: Ways) -> String {
    var head = codes.first ?? []
    for code in codes { head = Array(zip(head, code).prefix { $0 == $1 }.map(\.0)) }
    // Three bytes are four digits: whole groups are cut off.
    head.removeLast(head.count % 3)
    let rests = codes.map { SixBits.text(of: $0[head.count...]) }
    return TextTable.image(of: [Array(ways.mark.utf8), SixBits.text(of: head[...])] + rests)
  }
}

/// Bytes as text: three of them are four digits from `0` to `o`.
enum SixBits {
  static func text(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + 4)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let group = bytes[at..<min(at + 3, bytes.endIndex)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0...group.count { text.append(UInt8(0x30 + value >> (18 - 6 * index) & 63)) }
      at += 3
    }
    return text
  }

  /// The bytes of a text, behind others.
  static func bytes(of text: [UInt8], behind head: [UInt8] = []) -> [UInt8] {
    // Whole groups; then one byte more is two digits, two are three.
    let groups = text.count / 4
    let rest = max(0, text.count % 4 - 1)
    var bytes = [UInt8](repeating: 0, count: head.count + groups * 3 + rest)
    bytes.replaceSubrange(0..<head.count, with: head)
    var at = 0
    var to = head.count
    for _ in 0..<groups {
      let value =
        digit(text[at]) << 18 | digit(text[at &+ 1]) << 12 | digit(text[at &+ 2]) << 6 | digit(text[at &+ 3])
      bytes[to] = UInt8(truncatingIfNeeded: value >> 16)
      bytes[to &+ 1] = UInt8(truncatingIfNeeded: value >> 8)
      bytes[to &+ 2] = UInt8(truncatingIfNeeded: value)
      at &+= 4
      to &+= 3
    }
    if rest > 0 { bytes[to] = UInt8(truncatingIfNeeded: digit(text[at]) << 2 | digit(text[at + 1]) >> 4) }
    if rest > 1 {
      bytes[to + 1] = UInt8(truncatingIfNeeded: digit(text[at + 1]) << 4 | digit(text[at + 2]) >> 2)
    }
    return bytes
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt32 { UInt32(byte &- 0x30) }
}
