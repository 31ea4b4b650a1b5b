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
  private var buckets: [Int32] = []
  private var letters: [UInt8] = []
  private var patterns: [Int] = []
  /// The table as it lies in the program, until its entries are read out.
  private var lying: WordImage?

  private static let pairs = 64 * 64
  /// How many digits of six bits the places and numbers of an image have.
  private static let digits = (place: 4, size: 2, pattern: 3)

  /// A table of no words.
  init() {}

  /// A table of words, or beginnings of words, in lower case, each with what it calls.
  init(_ words: [(letters: [UInt8], isWhole: Bool, patterns: [Int])]) {
    buckets = Array(repeating: 0, count: PrefixTable.pairs + 1)
    let ordered = words.map { (bucket: PrefixTable.bucket(of: $0.letters[...]), word: $0) }.sorted {
      if $0.bucket != $1.bucket { return $0.bucket < $1.bucket }
      if $0.word.letters != $1.word.letters {
        return $0.word.letters.lexicographicallyPrecedes($1.word.letters)
      }
      return !$0.word.isWhole && $1.word.isWhole
    }
    for (_, word) in ordered { append(word.letters, isWhole: word.isWhole, calling: word.patterns) }
    close()
  }

  /// A table that lies in the program.
  init(lying image: WordImage) {
    lying = image
  }

  private mutating func append(_ word: [UInt8], isWhole: Bool, calling called: [Int]) {
    buckets[PrefixTable.bucket(of: word[...]) + 1] += 1
    let first = patterns.count
    patterns += called
    entries.append(
      Entry(
        key: PrefixTable.key(of: word[...], count: word.count), mask: PrefixTable.mask(word.count),
        start: letters.count, length: word.count, isWhole: isWhole,
        calls: first..<patterns.count))
    letters += word
  }

  private mutating func close() {
    for bucket in 0..<PrefixTable.pairs { buckets[bucket + 1] += buckets[bucket] }
  }

  // MARK: - Images

  /// The table as text: where each bucket begins, then the words, each with its length, whether it is whole, and what it calls.
  var image: [UInt8] {
    var places: [UInt8] = []
    var body: [UInt8] = []
    for bucket in 0..<PrefixTable.pairs {
      places += WordTableWriter.digits(body.count, PrefixTable.digits.place)
      for entry in entries[Int(buckets[bucket])..<Int(buckets[bucket + 1])] {
        body += WordTableWriter.digits(entry.length << 1 | (entry.isWhole ? 1 : 0), PrefixTable.digits.size)
        body += letters[entry.start..<(entry.start + entry.length)]
        body += WordTableWriter.digits(entry.calls.count, PrefixTable.digits.size)
        for pattern in patterns[entry.calls] {
          body += WordTableWriter.digits(pattern, PrefixTable.digits.pattern)
        }
      }
    }
    return places + WordTableWriter.digits(body.count, PrefixTable.digits.place) + body
  }

  /// Where the words of a bucket lie in an image.
  private static func places(of bucket: Int, _ image: WordImage) -> Range<Int> {
    var reader = WordTableReader(image: image, at: bucket * digits.place)
    let body = (pairs + 1) * digits.place
    let lower = body + reader.number(digits.place)
    return lower..<(body + reader.number(digits.place))
  }

  /// The same table with its entries read out.
  func indexed() -> PrefixTable {
    guard let image = lying?.inMemory else { return self }
    var table = PrefixTable([])
    for bucket in 0..<PrefixTable.pairs {
      let places = PrefixTable.places(of: bucket, image)
      var reader = WordTableReader(image: image, at: places.lowerBound)
      while reader.at < places.upperBound {
        let size = reader.number(PrefixTable.digits.size)
        let word = (0..<(size >> 1)).map { _ in reader.byte() }
        let called = (0..<reader.number(PrefixTable.digits.size)).map { _ in
          reader.number(PrefixTable.digits.pattern)
        }
        table.append(word, isWhole: size & 1 == 1, calling: called)
      }
    }
    table.close()
    return table
  }

  /// Reports what the word at a place calls, as the table lies in the program.
  private func findLying(
    _ image: WordImage, _ bytes: [UInt8], at start: Int, _ pair: Int, _ call: (Int) -> Void
  ) {
    let places = PrefixTable.places(of: pair, image)
    var reader = WordTableReader(image: image, at: places.lowerBound)
    while reader.at < places.upperBound {
      let size = reader.number(PrefixTable.digits.size)
      let length = size >> 1
      let fits =
        start + length <= bytes.count
        && (0..<length).allSatisfy { image[reader.at + $0] == Bytes.lowered(bytes[start + $0]) }
        && (size & 1 == 0 || !Bytes.isWord(at: start + length, in: bytes))
      reader.at += length
      let count = reader.number(PrefixTable.digits.size)
      if fits {
        for _ in 0..<count { call(reader.number(PrefixTable.digits.pattern)) }
      } else {
        reader.at += count * PrefixTable.digits.pattern
      }
    }
  }

  // MARK: - Look-ups

  /// The words with which something begins that goes on behind them, as “k-” does.
  var longWords: Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for entry in entries {
      let word = letters[entry.start..<(entry.start + entry.length)]
      let first = word.indices.first { !Bytes.isWord(at: $0, in: letters) }
      if let first { words.insert(Array(word[..<first])) }
    }
    return words
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
    if let lying { return findLying(lying, bytes, at: start, pair, call) }
    if entries.isEmpty { return }
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
