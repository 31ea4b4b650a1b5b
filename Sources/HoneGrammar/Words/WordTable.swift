internal import HoneCore

/// A verb form: which verb, which form.
public struct VerbReading: Sendable, Hashable {
  /// The number of the verb: `WordTable.verb(_:)` gives its base form.
  public let verb: Int
  /// Which form of it.
  public let form: VerbForm
}

/// All literal terms and verb forms of a grammar, with the parts that each marks.
///
/// The table is a text that is searched where it lies: the generator writes it into the program, and a start costs
/// one copy of it instead of some ten thousand insertions. A grammar that is read from YAML makes the same text in
/// memory. `WordTableWriter` says how it is laid out.
public struct WordTable: Sendable {
  /// A term that stands at a place.
  public struct Hit: Sendable {
    /// Where it ends.
    public let end: Int
    /// The parts that it marks.
    public let parts: PartSet
    /// The verb form it is, or `nil`.
    public let reading: VerbReading?
  }

  private(set) var image: WordImage
  private let bucketMask: Int
  private let setsAt: Int
  private let verbsAt: Int
  private let entriesAt: Int
  /// The entries read out of the text, for those who look up many words; empty until somebody asks for it.
  private var index: [IndexedEntry] = []
  /// The sets of parts, read out in the same way.
  private var sets: [PartSet] = []
  /// Where the entries of each bucket begin in the index; the last is where they all end.
  private var indexHeads: [Int32] = []
  /// What somebody added to the table and took out of it; `nil` where it is as it was made.
  var changes: WordChanges?

  /// One bucket with nothing in it, no sets, no verbs.
  static let empty = "0001000H000L000P00000000000L000P"

  /// A table of no words.
  public init() {
    // What `WordTableWriter` writes of no words: written down, for every grammar begins with one.
    self.init(image: WordImage(Array(WordTable.empty.utf8)))
  }

  /// The table that a text holds.
  init(image: WordImage) {
    self.image = image
    var reader = WordTableReader(image: image)
    bucketMask = reader.number(4) - 1
    setsAt = reader.number(4)
    verbsAt = reader.number(4)
    entriesAt = reader.number(4)
  }

  /// The base forms of all verbs, by their numbers.
  public var verbs: [String] { (0..<count(placedAt: verbsAt)).map(verb) }

  /// The base form of a verb.
  public func verb(_ number: Int) -> String { image.text(range(of: number, placedAt: verbsAt)) }

  /// How many texts are placed here: the first place tells how long the list of places is.
  private func count(placedAt start: Int) -> Int {
    (WordTableReader(image: image, at: start).first(4) - start) / 4 - 1
  }

  /// Where a text lies whose place is in a list.
  private func range(of number: Int, placedAt start: Int) -> Range<Int> {
    var reader = WordTableReader(image: image, at: start + number * 4)
    let lower = reader.number(4)
    return lower..<reader.number(4)
  }

  /// A set of parts, by its number.
  private func set(_ number: Int) -> PartSet { sets.isEmpty ? readSet(number) : sets[number] }

  private func readSet(_ number: Int) -> PartSet {
    let range = range(of: number, placedAt: setsAt)
    var reader = WordTableReader(image: image, at: range.lowerBound)
    var parts = PartSet()
    while reader.at < range.upperBound { parts.insert(reader.number(2)) }
    return parts
  }

  /// Finds every term that begins at a place, and ends where a word ends; the shortest first.
  ///
  /// - Parameters:
  ///   - bytes: a text in UTF-8.
  ///   - start: the offset of the place.
  ///   - found: called with each term.
  ///   - ignoresCase: whether terms whose spelling matters are found however they are spelled.
  public func walk(_ bytes: [UInt8], from start: Int, ignoresCase: Bool = false, _ found: (Hit) -> Void) {
    guard let changes else { return walkUnchanged(bytes, from: start, ignoresCase: ignoresCase, found) }
    var hits: [Hit] = []
    walkUnchanged(bytes, from: start, ignoresCase: ignoresCase) { hits.append($0) }
    changes.apply(to: &hits, bytes, from: start, ignoresCase: ignoresCase)
    for hit in hits { found(hit) }
  }

  private func walkUnchanged(
    _ bytes: [UInt8], from start: Int, ignoresCase: Bool, _ found: (Hit) -> Void
  ) {
    var at = start
    var hash = WordHash()
    var length = 0
    while at < bytes.count {
      let (byte, width) = Fold.byte(at: at, in: bytes)
      hash.take(byte)
      length += 1
      at += width
      if Bytes.isWord(at: at, in: bytes) { continue }
      guard let entry = entry(hash, length, bytes, start) else { return }
      report(entry, bytes, start..<at, length, ignoresCase, found)
      if !entry.isBegun { return }
    }
  }

  /// Whether longer terms begin with a word.
  public func begins(with word: [UInt8]) -> Bool {
    var hash = WordHash()
    var length = 0
    var at = 0
    while at < word.count {
      let (byte, width) = Fold.byte(at: at, in: word)
      hash.take(byte)
      length += 1
      at += width
    }
    return entry(hash, length, word, 0)?.isBegun == true || changes?.begins(with: word) == true
  }

  /// The readings of a word as a verb form.
  public func readings(of word: String) -> [VerbReading] {
    var readings: [VerbReading] = []
    let bytes = Array(word.utf8)
    walk(bytes, from: 0) { hit in
      if hit.end == bytes.count, let reading = hit.reading { readings.append(reading) }
    }
    return readings
  }

  /// Whether a word is, whole, a term of a part, or a form of one of its verbs.
  public func isWord(_ word: String, of part: PartID, ignoresCase: Bool = false) -> Bool {
    let bytes = Array(word.utf8)
    var found = false
    walk(bytes, from: 0, ignoresCase: ignoresCase) { hit in
      if hit.end == bytes.count, hit.parts.contains(part) { found = true }
    }
    return found
  }

  /// Whether a verb, by its base form, stands in a class of verbs.
  public func isVerb(_ base: String, of part: PartID) -> Bool {
    let bytes = Array(base.utf8)
    var found = false
    walk(bytes, from: 0) { hit in
      guard hit.end == bytes.count, hit.reading?.form == .base, hit.parts.contains(part) else { return }
      found = true
    }
    return found
  }

  // MARK: - Entries

  /// What a text of the table says of one key.
  private struct Entry {
    /// Whether longer terms begin with this one.
    let isBegun: Bool
    /// Where its meanings stand.
    let meaningsAt: Int
  }

  /// An entry as the index has it.
  private struct IndexedEntry {
    let check: Int32
    let length: Int32
    let isBegun: Bool
    let keyAt: Int
  }

  /// The same table with its entries read out: it takes longer to make than some hundred words to look up.
  public func indexed() -> WordTable {
    var table = self
    table.image = image.inMemory
    let image = table.image
    table.sets = (0..<count(placedAt: setsAt)).map(readSet)
    table.index = []
    table.indexHeads = [0]
    for bucket in 0...bucketMask {
      var reader = WordTableReader(image: image, at: WordTableWriter.headerLength + bucket * 4)
      var at = entriesAt + reader.number(4)
      let end = entriesAt + reader.number(4)
      while at < end {
        reader.at = at
        let size = reader.number(3)
        let check = Int32(reader.number(2))
        let length = Int32(reader.number(2))
        let isBegun = reader.number(1) == 1
        table.index.append(
          IndexedEntry(check: check, length: length, isBegun: isBegun, keyAt: reader.at))
        at += size
      }
      table.indexHeads.append(Int32(table.index.count))
    }
    return table
  }

  private func indexedEntry(_ hash: WordHash, _ length: Int, _ bytes: [UInt8], _ start: Int) -> Entry? {
    let bucket = hash.bucket(bucketMask)
    let check = hash.check
    for at in Int(indexHeads[bucket])..<Int(indexHeads[bucket + 1]) {
      let entry = index[at]
      if entry.check == check, entry.length == length, holds(entry.keyAt, length, bytes, start) {
        return Entry(isBegun: entry.isBegun, meaningsAt: entry.keyAt + length)
      }
    }
    return nil
  }

  private func entry(_ hash: WordHash, _ length: Int, _ bytes: [UInt8], _ start: Int) -> Entry? {
    if !index.isEmpty { return indexedEntry(hash, length, bytes, start) }
    var reader = WordTableReader(image: image, at: WordTableWriter.headerLength + hash.bucket(bucketMask) * 4)
    var at = entriesAt + reader.number(4)
    let end = entriesAt + reader.number(4)
    while at < end {
      reader.at = at
      let size = reader.number(3)
      if reader.number(2) == hash.check, reader.number(2) == length {
        let isBegun = reader.number(1) == 1
        if holds(reader.at, length, bytes, start) {
          return Entry(isBegun: isBegun, meaningsAt: reader.at + length)
        }
      }
      at += size
    }
    return nil
  }

  private func holds(_ key: Int, _ length: Int, _ bytes: [UInt8], _ start: Int) -> Bool {
    var at = start
    for offset in key..<(key + length) {
      let (byte, width) = Fold.byte(at: at, in: bytes)
      if image[offset] != byte { return false }
      at += width
    }
    return true
  }

  private func report(
    _ entry: Entry, _ bytes: [UInt8], _ range: Range<Int>, _ length: Int, _ ignoresCase: Bool,
    _ found: (Hit) -> Void
  ) {
    var reader = WordTableReader(image: image, at: entry.meaningsAt)
    for _ in 0..<reader.number(2) {
      let kind = reader.number(1)
      let parts = set(reader.number(3))
      var isSpelled = true
      if kind & WordTableWriter.cased != 0 {
        isSpelled = ignoresCase || self.isSpelled(reader.at, length, bytes, range)
        reader.at += length
      }
      var reading: VerbReading?
      if kind & WordTableWriter.verb != 0 {
        let verb = reader.number(3)
        reading = VerbReading(verb: verb, form: VerbForm.allCases[reader.number(1)])
      }
      if isSpelled { found(Hit(end: range.upperBound, parts: parts, reading: reading)) }
    }
  }

  private func isSpelled(_ key: Int, _ length: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count == length else { return !bytes[range].allSatisfy { $0 < 0x80 } }
    return range.allSatisfy { Fold.separator(bytes[$0]) == image[key + $0 - range.lowerBound] }
  }
}
