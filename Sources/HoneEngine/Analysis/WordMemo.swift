internal import HoneCore
internal import HoneGrammar

/// What the words of a language call, mark and begin, kept for the next time that they are met.
///
/// Bullets are made of the same few thousand words. What a word calls depends on its letters alone, so a long run asks the
/// tables once for each of them, and this memo ever after.
final class WordMemo {
  /// What is known of a word.
  struct Entry {
    fileprivate let letters: Range<Int>
    fileprivate let hash: UInt64
    /// The needs of ways that it meets, in rows of ways: numbers in `ways`.
    let met: Range<Int>
    /// The kinds of number that it calls, counted from the first of them: numbers in `ways`.
    let numbers: Range<Int>
    /// The ways that may begin with it: numbers in `ways`.
    let starts: Range<Int>
    /// What it marks, where it is no part of a longer term.
    let parts: PartSet
    /// Whether longer terms begin with it.
    let isBegun: Bool
    /// Whether what stands behind it has a say in what it calls: all else but `isBegun` says nothing then.
    let isOpen: Bool
    /// Whether it is ASCII letters alone.
    let isPlain: Bool
  }

  /// The numbers that entries point to.
  private(set) var ways: [Int] = []
  private var letters: [UInt8] = []
  private var entries: [Entry] = []
  /// For each slot an entry, counted from 1, or 0.
  private var slots = [Int32](repeating: 0, count: WordMemo.size)

  /// In bytes; what is longer is not kept.
  static let longest = 64

  private static let size = 1 << 15
  /// The words after which it begins anew, so that no input makes it grow for ever.
  private static let most = 20_000

  /// What is known of the word at a place; nothing where it was never met.
  func entry(of word: Range<Int>, _ hash: UInt64, in bytes: [UInt8]) -> Entry? {
    var slot = WordMemo.slot(of: hash)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.letters.count == word.count, holds(entry.letters, word, bytes) {
        return entry
      }
      slot = (slot + 1) & (WordMemo.size - 1)
    }
    return nil
  }

  private func holds(_ known: Range<Int>, _ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    for offset in 0..<known.count where letters[known.lowerBound + offset] != bytes[word.lowerBound + offset]
    {
      return false
    }
    return true
  }

  /// Keeps what a word calls, begins and marks.
  func keep(
    _ word: ArraySlice<UInt8>, _ hash: UInt64, met: [Int], numbers: [Int], starts: [Int], parts: PartSet,
    isBegun: Bool, isOpen: Bool
  ) -> Entry {
    if entries.count == WordMemo.most { forget() }
    func kept<Number>(_ numbers: [Number], in pool: inout [Number]) -> Range<Int> {
      pool += numbers
      return pool.count - numbers.count..<pool.count
    }
    let entry = Entry(
      letters: kept(Array(word), in: &letters), hash: hash, met: kept(met, in: &ways),
      numbers: kept(numbers, in: &ways), starts: kept(starts, in: &ways), parts: parts, isBegun: isBegun,
      isOpen: isOpen, isPlain: word.allSatisfy { $0 < 0x80 && !Bytes.isDigit($0) })
    entries.append(entry)
    var slot = WordMemo.slot(of: hash)
    while slots[slot] != 0 { slot = (slot + 1) & (WordMemo.size - 1) }
    slots[slot] = Int32(entries.count)
    return entry
  }

  private func forget() {
    entries.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    slots = Array(repeating: 0, count: WordMemo.size)
  }

  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }
}
