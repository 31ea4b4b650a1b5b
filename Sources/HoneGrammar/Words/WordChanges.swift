internal import HoneCore

/// Terms that somebody added to a table of words, and terms that were taken out.
///
/// The table itself stays as it is: the built-in one lies in the program, and is not written anew for a word or two.
final class WordChanges: Sendable {
  private let added: WordTable
  /// The parts that a term no longer marks, by its letters as the table folds them.
  private let dropped: [[UInt8]: PartSet]

  /// Changes of terms, each with the parts that it is to mark or no longer to mark.
  init(added: [(term: Term, parts: PartSet)], dropped: [(term: Term, parts: PartSet)]) {
    var writer = WordTableWriter()
    for (term, parts) in added { writer.add(term.text, parts: parts, isCased: term.isCased) }
    self.added = WordTable(image: WordImage(writer.image()))
    var gone: [[UInt8]: PartSet] = [:]
    for (term, parts) in dropped {
      gone[WordChanges.key(Array(term.text.utf8)[...]), default: PartSet()].formUnion(parts)
    }
    self.dropped = gone
  }

  /// Changes what a table finds at a place; the shortest stays first.
  func apply(to hits: inout [WordTable.Hit], _ bytes: [UInt8], from start: Int, ignoresCase: Bool) {
    if !dropped.isEmpty {
      hits = hits.compactMap { hit in
        guard let gone = dropped[WordChanges.key(bytes[start..<hit.end])] else { return hit }
        let parts = hit.parts.subtracting(gone)
        if parts.isEmpty, hit.reading == nil { return nil }
        return WordTable.Hit(end: hit.end, parts: parts, reading: hit.reading)
      }
    }
    var new: [WordTable.Hit] = []
    added.walk(bytes, from: start, ignoresCase: ignoresCase) { new.append($0) }
    if new.isEmpty { return }
    let all = hits + new
    hits = all.indices.sorted { (all[$0].end, $0) < (all[$1].end, $1) }.map { all[$0] }
  }

  /// Whether longer terms that were added begin with a word.
  func begins(with word: [UInt8]) -> Bool { added.begins(with: word) }

  private static func key(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var key: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (byte, width) = Fold.byte(at: at, in: bytes)
      key.append(byte)
      at += width
    }
    return key
  }
}
