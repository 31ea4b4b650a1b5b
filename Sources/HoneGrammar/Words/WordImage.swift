internal import HoneCore

/// The text of a table of words.
///
/// A start looks up a handful of words and reads the text where it lies in the program; who looks up thousands works
/// on a copy, which is quicker to read.
struct WordImage: Sendable {
  private let text: String
  /// Where the table begins in the text.
  private let base: Int
  private let bytes: [UInt8]

  /// A text that lies in the program.
  init(_ text: String, from base: Int = 0) {
    self.text = text
    self.base = base
    bytes = []
  }

  /// A text in memory.
  init(_ bytes: [UInt8]) {
    text = ""
    base = 0
    self.bytes = bytes
  }

  /// The byte at an offset.
  subscript(_ offset: Int) -> UInt8 {
    bytes.isEmpty ? text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: base + offset)] : bytes[offset]
  }

  /// The characters between two offsets.
  func text(_ range: Range<Int>) -> String { String(decoding: range.map { self[$0] }, as: UTF8.self) }

  /// The same in memory.
  var inMemory: WordImage { bytes.isEmpty ? WordImage(Array(text.utf8.dropFirst(base))) : self }

  /// The whole text.
  var whole: String {
    bytes.isEmpty ? String(text.utf8.dropFirst(base)) ?? "" : String(decoding: bytes, as: UTF8.self)
  }
}
