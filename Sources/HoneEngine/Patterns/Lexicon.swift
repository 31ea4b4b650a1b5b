internal import HoneCore
internal import HoneGrammar

/// A verb form: which verb, which form.
struct VerbReading: Hashable {
  /// The index of the base form in `Lexicon.verbs`.
  let verb: Int
  /// Which form of it.
  let form: VerbForm
}

/// All literal terms and verb forms of a grammar, and the words that call rules up, in one tree that is walked
/// once a bullet, from each place where a word may begin.
struct Lexicon {
  /// Something that ends at a node of the tree.
  private struct Entry {
    /// The parts that it marks.
    let parts: PartSet
    /// The spelling where it matters.
    let cased: [UInt8]?
    /// The verb form it is, or `nil`.
    let reading: VerbReading?
    /// The next entry that ends at the same node, or -1.
    let next: Int32
  }

  /// What a walk reports: an end, the parts marked there, and the verb form.
  typealias Hit = (end: Int, parts: PartSet, reading: VerbReading?)

  /// The base forms of all verbs.
  private(set) var verbs: [String] = []
  private var verbNumbers: [String: Int] = [:]
  private var keys: [UInt32]
  private var values: [Int32]
  private var used = 0
  private var entryAt: [Int32] = [-1]
  private var callsAt: [Int32] = [-1]
  private var entries: [Entry] = []
  private var calls: [(rule: Int, next: Int32)] = []

  init(_ grammar: Grammar) {
    keys = Array(repeating: .max, count: 1 << 16)
    values = Array(repeating: 0, count: 1 << 16)
    for list in grammar.lists {
      guard let part = grammar.parts.id(list.name) else { continue }
      for term in list.terms { add(term.text, parts: PartSet([part]), isCased: term.isCased) }
    }
    for (table, swaps) in grammar.swaps.sorted(by: { $0.key < $1.key }) {
      guard let part = grammar.parts.id("swap_\(table)") else { continue }
      for swap in swaps { add(swap.from, parts: PartSet([part]), isCased: false) }
    }
    addVerbs(grammar)
  }

  private mutating func addVerbs(_ grammar: Grammar) {
    var classesOf: [String: [String]] = [:]
    for (name, verbs) in grammar.verbs.classes {
      for verb in verbs {
        if classesOf[verb] == nil {
          verbNumbers[verb] = self.verbs.count
          self.verbs.append(verb)
        }
        classesOf[verb, default: ["verb"]].append(name)
      }
    }
    // The parts of a form depend on the classes of its verb alone, and few combinations of classes occur.
    var partsOf: [[String]: [VerbForm: PartSet]] = [:]
    for verb in verbs {
      let classes = classesOf[verb]!
      if partsOf[classes] == nil {
        partsOf[classes] = Dictionary(
          uniqueKeysWithValues: VerbForm.allCases.map { form in
            (
              form,
              PartSet(
                classes.flatMap {
                  [grammar.parts.id($0), grammar.parts.id("\($0)_\(form.rawValue)")].compactMap(\.self)
                })
            )
          })
      }
      for form in VerbForm.allCases {
        let word = grammar.verbs.inflection.form(form, of: verb)
        let reading = VerbReading(verb: verbNumbers[verb]!, form: form)
        add(word, parts: partsOf[classes]![form]!, isCased: false, reading: reading)
      }
    }
  }

  /// The number of a verb by its base form, or `nil`.
  func number(ofVerb base: String) -> Int? { verbNumbers[base] }

  /// Adds a word that calls a rule up wherever some word begins with it.
  mutating func call(rule: Int, onPrefix prefix: String) {
    let node = insert(Array(prefix.utf8))
    calls.append((rule, callsAt[node]))
    callsAt[node] = Int32(calls.count - 1)
  }

  private mutating func add(_ term: String, parts: PartSet, isCased: Bool, reading: VerbReading? = nil) {
    let bytes = Array(term.utf8)
    guard !bytes.isEmpty else { return }
    let node = insert(bytes)
    entries.append(
      Entry(parts: parts, cased: isCased ? bytes.map(Lexicon.folded) : nil, reading: reading, next: entryAt[node]))
    entryAt[node] = Int32(entries.count - 1)
  }

  private mutating func insert(_ bytes: [UInt8]) -> Int {
    var node = 0
    for byte in bytes { node = child(of: node, Bytes.lowered(Lexicon.folded(byte)), adding: true) }
    return node
  }

  /// Space and hyphen are one.
  private static func folded(_ byte: UInt8) -> UInt8 { byte == 0x2D ? 0x20 : byte }

  private mutating func child(of node: Int, _ byte: UInt8, adding: Bool) -> Int {
    let key = UInt32(node) << 8 | UInt32(byte)
    var slot = Lexicon.hash(key) & (keys.count - 1)
    while keys[slot] != .max {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    entryAt.append(-1)
    callsAt.append(-1)
    keys[slot] = key
    values[slot] = Int32(entryAt.count - 1)
    used += 1
    let added = entryAt.count - 1
    if used * 2 > keys.count { grow() }
    return added
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != .max {
      var slot = Lexicon.hash(oldKeys[index]) & (keys.count - 1)
      while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }

  private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 12) }

  private func find(_ node: Int, _ byte: UInt8) -> Int? {
    let key = UInt32(node) << 8 | UInt32(byte)
    var slot = Lexicon.hash(key) & (keys.count - 1)
    while keys[slot] != .max {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Walks the tree from a place where a word may begin.
  ///
  /// - Parameters:
  ///   - hit: called for each term that ends at the end of a word, the shortest first.
  ///   - call: called for each rule whose word begins here.
  func walk(_ bytes: [UInt8], from start: Int, hit: (Hit) -> Void, call: (Int) -> Void) {
    var node = 0
    var at = start
    while at < bytes.count {
      var byte = bytes[at]
      var length = 1
      if byte >= 0x80 {
        let space = Bytes.spaceLength(at: at, in: bytes)
        if space > 0 {
          byte = 0x20
          length = space
        } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80 {
          // Non-breaking hyphen, and the curly apostrophe.
          if bytes[at + 2] == 0x91 || bytes[at + 2] == 0x90 { (byte, length) = (0x20, 3) }
          if bytes[at + 2] == 0x99 { (byte, length) = (0x27, 3) }
        }
      }
      guard let next = find(node, Bytes.lowered(Lexicon.folded(byte))) else { return }
      node = next
      at += length
      var called = callsAt[node]
      while called >= 0 {
        call(calls[Int(called)].rule)
        called = calls[Int(called)].next
      }
      var entry = entryAt[node]
      guard entry >= 0, !Bytes.isWord(at: at, in: bytes) || at == bytes.count else { continue }
      while entry >= 0 {
        let found = entries[Int(entry)]
        if found.cased == nil || Lexicon.isSpelled(found.cased!, bytes, start, at) {
          hit((at, found.parts, found.reading))
        }
        entry = found.next
      }
    }
  }

  private static func isSpelled(_ term: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start == term.count else { return !bytes[start..<end].allSatisfy { $0 < 0x80 } }
    for offset in 0..<term.count where folded(bytes[start + offset]) != term[offset] { return false }
    return true
  }

  /// The readings of a word as a verb form.
  func readings(of word: String) -> [VerbReading] {
    var readings: [VerbReading] = []
    let bytes = Array(word.utf8)
    walk(bytes, from: 0) { hit in
      if hit.end == bytes.count, let reading = hit.reading { readings.append(reading) }
    } call: { _ in
    }
    return readings
  }
}
