internal import HoneCore

/// Words in which somebody wants no fault found.
public struct AllowedWords: Sendable {
  private let table: WordTable
  /// Whether there are none.
  public let isEmpty: Bool

  /// No words.
  public init() {
    table = WordTable()
    isEmpty = true
  }

  /// Words as the lists of a grammar have them: with their plurals behind `+`, and in any case unless they are short and have
  /// a capital.
  public init(_ words: [String]) {
    var writer = WordTableWriter()
    for term in words.flatMap(Term.read) {
      writer.add(term.text, parts: PartSet([PartNames.name]), isCased: term.isCased)
    }
    table = WordTable(image: WordImage(writer.image()))
    isEmpty = words.isEmpty
  }

  /// Where such words stand in a text, each as long as it can be.
  public func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    if isEmpty { return [] }
    var ranges: [Range<Int>] = []
    for at in bytes.indices where !Bytes.isWord(before: at, in: bytes) && bytes[at] != 0x20 {
      var end = at
      table.walk(bytes, from: at) { end = max(end, $0.end) }
      if end > at { ranges.append(at..<end) }
    }
    return ranges
  }
}
