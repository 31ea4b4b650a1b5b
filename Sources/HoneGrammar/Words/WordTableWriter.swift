internal import HoneCore

/// Lays a table of words out as text.
///
/// Numbers are digits of six bits each, `0` to `o`, the highest first. The text begins with the number of buckets and
/// the places of sets, verbs and entries. Then come, for each bucket, the place of its first entry; the entries of a
/// bucket follow one another:
///
///     size check length begun KEY count (kind set [SPELLING] [verb form])…
struct WordTableWriter {
  static let headerLength = 16
  /// The bits of a meaning's kind.
  static let cased = 1
  static let verb = 2

  private struct Meaning {
    let set: Int
    let spelling: [UInt8]?
    let reading: VerbReading?
  }

  private struct Entry {
    /// What terms that need no spelling and are no verbs mark, all together.
    var parts = PartSet()
    var isBegun = false
    var meanings: [Meaning] = []
  }

  private var entries: [[UInt8]: Entry] = [:]
  private var sets: [PartSet] = []
  private var setNumbers: [PartSet: Int] = [:]
  private var verbs: [String] = []

  init() {}

  /// Adds a verb and gives it its number.
  mutating func add(verb: String) -> Int {
    verbs.append(verb)
    return verbs.count - 1
  }

  /// Adds a term, or a form of a verb.
  mutating func add(_ term: String, parts: PartSet, isCased: Bool = false, reading: VerbReading? = nil) {
    let bytes = term.utf8.map(Fold.separator)
    guard !bytes.isEmpty else { return }
    let key = bytes.map(Bytes.lowered)
    if isCased || reading != nil {
      let meaning = Meaning(set: number(of: parts), spelling: isCased ? bytes : nil, reading: reading)
      // A word that is two forms of a verb is read as the one that was added last.
      entries[key, default: Entry()].meanings.insert(meaning, at: 0)
    } else {
      entries[key, default: Entry()].parts.formUnion(parts)
    }
    // A search goes on only behind a word with which longer terms begin.
    for end in 1..<key.count where !Bytes.isWord(at: end, in: key) {
      entries[Array(key[..<end]), default: Entry()].isBegun = true
    }
  }

  private mutating func number(of set: PartSet) -> Int {
    if let known = setNumbers[set] { return known }
    sets.append(set)
    setNumbers[set] = sets.count - 1
    return sets.count - 1
  }

  // MARK: - Layout

  /// The table as text.
  func image() -> [UInt8] {
    var writer = self
    let buckets = writer.buckets()
    var places: [UInt8] = []
    var body: [UInt8] = []
    for bucket in buckets {
      places += WordTableWriter.digits(body.count, 4)
      for entry in bucket { body += entry }
    }
    places += WordTableWriter.digits(body.count, 4)
    let setsAt = WordTableWriter.headerLength + places.count
    let setsText = writer.setsText(at: setsAt)
    let verbsAt = setsAt + setsText.count
    let verbsText = writer.verbsText(at: verbsAt)
    var header: [UInt8] = []
    for number in [buckets.count, setsAt, verbsAt, verbsAt + verbsText.count] {
      header += WordTableWriter.digits(number, 4)
    }
    return header + places + setsText + verbsText + body
  }

  private mutating func buckets() -> [[[UInt8]]] {
    var count = 1
    while count < entries.count { count *= 2 }
    var buckets: [[[UInt8]]] = Array(repeating: [], count: count)
    for (key, entry) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var hash = WordHash()
      for byte in key { hash.take(byte) }
      buckets[hash.bucket(count - 1)].append(text(of: entry, key, hash))
    }
    return buckets
  }

  private mutating func text(of entry: Entry, _ key: [UInt8], _ hash: WordHash) -> [UInt8] {
    var meanings = entry.meanings
    if !entry.parts.isEmpty {
      meanings.append(Meaning(set: number(of: entry.parts), spelling: nil, reading: nil))
    }
    var text = WordTableWriter.digits(hash.check, 2) + WordTableWriter.digits(key.count, 2)
    text += WordTableWriter.digits(entry.isBegun ? 1 : 0, 1) + key + WordTableWriter.digits(meanings.count, 2)
    for meaning in meanings {
      let kind =
        (meaning.spelling == nil ? 0 : WordTableWriter.cased)
        | (meaning.reading == nil ? 0 : WordTableWriter.verb)
      text +=
        WordTableWriter.digits(kind, 1) + WordTableWriter.digits(meaning.set, 3) + (meaning.spelling ?? [])
      if let reading = meaning.reading {
        let form = VerbForm.allCases.firstIndex(of: reading.form) ?? 0
        text += WordTableWriter.digits(reading.verb, 3) + WordTableWriter.digits(form, 1)
      }
    }
    return WordTableWriter.digits(text.count + 3, 3) + text
  }

  private func setsText(at start: Int) -> [UInt8] {
    placed(at: start, sets) { set in
      var parts: [UInt8] = []
      set.forEach { parts += WordTableWriter.digits($0, 2) }
      return parts
    }
  }

  private func verbsText(at start: Int) -> [UInt8] {
    placed(at: start, verbs) { Array($0.utf8) }
  }

  /// The places of some texts and where the last of them ends, and then the texts.
  private func placed<Element>(at start: Int, _ elements: [Element], _ text: (Element) -> [UInt8]) -> [UInt8]
  {
    var places: [UInt8] = []
    var body: [UInt8] = []
    let bodyAt = start + (elements.count + 1) * 4
    for element in elements {
      places += WordTableWriter.digits(bodyAt + body.count, 4)
      body += text(element)
    }
    return places + WordTableWriter.digits(bodyAt + body.count, 4) + body
  }

  static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    precondition(number < 1 << (6 * count), "a grammar has more words than its table can count")
    return (0..<count).map { UInt8(0x30 + number >> (6 * (count - 1 - $0)) & 63) }
  }
}

/// Reads the numbers of a table of words.
struct WordTableReader {
  let image: WordImage
  var at = 0

  /// Takes the byte that stands here.
  mutating func byte() -> UInt8 {
    defer { at &+= 1 }
    return image[at]
  }

  /// The number that stands here.
  func first(_ count: Int) -> Int {
    var copy = self
    return copy.number(count)
  }

  /// Takes the number that stands here.
  @inline(__always)
  mutating func number(_ count: Int) -> Int {
    var number = 0
    for index in at..<(at &+ count) { number = number << 6 | Int(image[index] &- 0x30) }
    at &+= count
    return number
  }
}
