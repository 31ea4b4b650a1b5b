internal import HoneCore

/// The text of a table of words.
///
/// A start looks up a handful of words and reads the text where it lies in the program; who looks up thousands works
/// on a copy, which is quicker to read.
struct WordImage: Sendable {
  private let text: String
  /// Which bytes of the text are the table.
  private let range: Range<Int>
  private let bytes: [UInt8]

  /// A text that lies in the program, or the part of one that is the table.
  init(_ text: String, in range: Range<Int>) {
    self.text = text
    self.range = range
    bytes = []
  }

  /// A text in memory.
  init(_ bytes: [UInt8]) {
    text = ""
    range = 0..<0
    self.bytes = bytes
  }

  /// The byte at an offset.
  subscript(_ offset: Int) -> UInt8 {
    bytes.isEmpty
      ? text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound + offset)] : bytes[offset]
  }

  /// The characters between two offsets.
  func text(_ range: Range<Int>) -> String { String(decoding: range.map { self[$0] }, as: UTF8.self) }

  /// The same in memory.
  var inMemory: WordImage { bytes.isEmpty ? WordImage(Array(whole.utf8)) : self }

  /// The whole table.
  var whole: String {
    guard bytes.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    return String(Substring(text.utf8[start..<text.utf8.index(start, offsetBy: range.count)]))
  }
}
