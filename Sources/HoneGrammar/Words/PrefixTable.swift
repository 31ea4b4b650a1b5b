internal import HoneCore

/// Words and beginnings of words, with the patterns that each calls.
///
/// The first eight letters of a word are compared as one number, so that the many words with the same first two
/// letters cost next to nothing.
struct PrefixTable: Sendable {
  private struct Entry: Sendable {
    /// The first eight bytes or fewer, and which bits of the number they fill.
    let key: UInt64
    let mask: UInt64
    /// Where the word lies in `letters`.
    let start: Int
    let length: Int
    /// Whether the word ends with it.
    let isWhole: Bool
    /// Its patterns in `patterns`.
    let calls: Range<Int>
  }

  private var entries: [Entry] = []
  /// Where the entries of each pair of first letters begin; the last is where they all end.
  private var buckets: [Int32] = Array(repeating: 0, count: PrefixTable.pairs + 1)
  private var letters: [UInt8] = []
  private var patterns: [Int] = []

  private static let pairs = 64 * 64

  /// A table of no words.
  init() {}

  /// A table of words, or beginnings of words, in lower case, each with what it calls.
  init(_ words: [(letters: [UInt8], isWhole: Bool, patterns: [Int])]) {
    let ordered = words.map { (bucket: PrefixTable.bucket(of: $0.letters[...]), word: $0) }.sorted {
      if $0.bucket != $1.bucket { return $0.bucket < $1.bucket }
      if $0.word.letters != $1.word.letters {
        return $0.word.letters.lexicographicallyPrecedes($1.word.letters)
      }
      return !$0.word.isWhole && $1.word.isWhole
    }
    for (_, word) in ordered { append(word.letters[...], isWhole: word.isWhole, calling: word.patterns) }
    close()
  }

  /// Adds a word; words come in the order of their buckets.
  mutating func append(_ word: ArraySlice<UInt8>, isWhole: Bool, calling called: [Int]) {
    append(word, isWhole: isWhole) { $0 += called }
  }

  /// Adds a word; `call` adds what it calls to the end of all patterns.
  mutating func append(_ word: ArraySlice<UInt8>, isWhole: Bool, _ call: (inout [Int]) -> Void) {
    buckets[PrefixTable.bucket(of: word) + 1] += 1
    let first = patterns.count
    call(&patterns)
    entries.append(
      Entry(
        key: PrefixTable.key(of: word, count: word.count), mask: PrefixTable.mask(word.count),
        start: letters.count, length: word.count, isWhole: isWhole,
        calls: first..<patterns.count))
    letters += word
  }

  /// Makes ready for look-ups, once all words are there.
  mutating func close() {
    for bucket in 0..<PrefixTable.pairs { buckets[bucket + 1] += buckets[bucket] }
  }

  /// Gives each word in the order of the buckets.
  func forEach(_ body: (ArraySlice<UInt8>, _ isWhole: Bool, _ calls: ArraySlice<Int>) -> Void) {
    for entry in entries {
      body(letters[entry.start..<(entry.start + entry.length)], entry.isWhole, patterns[entry.calls])
    }
  }

  /// Reports what the word at a place calls.
  @inline(__always)
  func find(_ bytes: [UInt8], at start: Int, _ call: (Int) -> Void) {
    let key = PrefixTable.key(of: bytes[start..<min(start + 8, bytes.count)], count: 8)
    if start + 1 < bytes.count {
      find(PrefixTable.pair(key), key, bytes, start, call)
    }
    // A word of one letter.
    if !Bytes.isWord(at: start + 1, in: bytes) {
      find(PrefixTable.pair(key & 0xFF), key & 0xFF, bytes, start, call)
    }
  }

  private func find(_ pair: Int, _ key: UInt64, _ bytes: [UInt8], _ start: Int, _ call: (Int) -> Void) {
    for index in Int(buckets[pair])..<Int(buckets[pair + 1]) {
      let entry = entries[index]
      guard key & entry.mask == entry.key, goesOn(entry, bytes, start) else { continue }
      for pattern in entry.calls { call(patterns[pattern]) }
    }
  }

  private func goesOn(_ entry: Entry, _ bytes: [UInt8], _ start: Int) -> Bool {
    if entry.length > 8 {
      guard start + entry.length <= bytes.count else { return false }
      for offset in 8..<entry.length
      where Bytes.lowered(bytes[start + offset]) != letters[entry.start + offset] {
        return false
      }
    }
    return !entry.isWhole || !Bytes.isWord(at: start + entry.length, in: bytes)
  }

  private static func bucket(of word: ArraySlice<UInt8>) -> Int {
    pair(key(of: word, count: min(2, word.count)))
  }

  /// The first bytes as a number, the first of them lowest.
  private static func key(of bytes: ArraySlice<UInt8>, count: Int) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes.prefix(min(8, count)) {
      key |= UInt64(Bytes.lowered(byte)) << shift
      shift += 8
    }
    return key
  }

  private static func mask(_ count: Int) -> UInt64 { count >= 8 ? ~0 : (1 << UInt64(8 * count)) - 1 }

  private static func pair(_ key: UInt64) -> Int { Int(key & 63) << 6 | Int(key >> 8 & 63) }
}
