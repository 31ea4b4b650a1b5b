internal import HoneCore
internal import HoneGrammar
internal import PCRE2

/// Marks what stands in a bullet: words, numbers, slots. The same walk finds what the bullet calls, and where.
extension Engine {
  func mark(_ analysis: Analysis) throws(EngineError) {
    markWords(analysis)
    for ((part, owner, _), compiled) in zip(listPatterns, try listsCompiled()) {
      for match in try matches(compiled, in: analysis, owner: owner) {
        analysis.mark(PartSet([part]), match.lower..<match.upper)
      }
    }
    callByParts(analysis)
    // A number may have to do with the words around it.
    analysis.sortMarks()
    let words = analysis.marks.count
    startByParts(analysis, analysis.marks)
    analysis.called = analysis.met.meetingAll(rows: rows)
    try markNumbers(analysis)
    markSlots(analysis)
    startByParts(analysis, Array(analysis.marks[words...]))
    analysis.sortMarks()
    // What numbers and slots call is known now too.
    callByParts(analysis)
    analysis.called = analysis.met.meetingAll(rows: rows)
  }

  private func listsCompiled() throws(EngineError) -> [Pattern] {
    if let compiledLists { return compiledLists }
    var compiled: [Pattern] = []
    for (_, owner, pattern) in listPatterns {
      compiled.append(try self.pattern(whole: pattern, owner: owner, place: Place(file: "terms")))
    }
    compiledLists = compiled
    return compiled
  }

  /// Calls what the parts that were marked so far call.
  func callByParts(_ analysis: Analysis) {
    for part in callingParts where analysis.has(part) {
      analysis.met.insert(grammar.calls.byPart[part])
    }
  }

  /// Notes where patterns may begin that begin with a part.
  private func startByParts(_ analysis: Analysis, _ marks: [Mark]) {
    for mark in marks where mark.parts.intersects(startingParts) {
      mark.parts.intersection(startingParts).forEach {
        analysis.places.add(mark.range.lowerBound, to: grammar.starts.byPart[$0])
      }
    }
  }

  // MARK: - Words

  private func markWords(_ analysis: Analysis) {
    let bytes = analysis.bytes
    var walk = Walk(
      met: alwaysMet, places: analysis.places, calls: Places(patterns: quantityWays.count),
      quantities: quantityWays, bytes)
    // They move into the walk and back: two owners would make two copies.
    analysis.places = Places(patterns: 0)
    walk.places.add(0, to: grammar.starts.byTextStart)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let isWord: Bool
      var length = 1
      if byte < 0x80 {
        isWord = Bytes.isWord(byte)
        if !isWord {
          if callingSymbols[Int(byte)] { walk.call(grammar.calls.bySymbol[Int(byte)], at: at) }
          if startingSymbols[Int(byte)] { walk.places.add(at, to: grammar.starts.bySymbol[Int(byte)]) }
        }
        if byte == 0x2E || byte == 0x40, walk.isInside, Bytes.isWord(at: at + 1, in: bytes) {
          walk.hasSign = true
        }
      } else {
        walk.hasSign = true
        let punctuation = Bytes.punctuationLength(at: at, in: bytes)
        isWord = punctuation == 0
        length = max(1, punctuation)
        if isWord { walk.hasDigit = true }  // A digit beyond ASCII, perhaps: let the pattern decide.
        if byte & 0xC0 != 0x80 {
          walk.places.add(at, to: grammar.starts.byWide)
          if !isWord || walk.isInside { grammar.calls.words(bytes, at: at) { walk.call($0, at: at) } }
        }
      }
      if !walk.isInside, byte != 0x20 {
        if isWord, let memo, let (entry, end) = recall(at, bytes, memo), !entry.isOpen {
          take(entry, from: memo, at: at, end, in: analysis, &walk)
          if !Bytes.isDigit(byte) { beginByShape(at, bytes, &walk) }
          if entry.isPlain {
            // Nothing stands inside it that calls anything.
            walk.isInDigits = false
            walk.isInside = true
            at = end
            continue
          }
        } else {
          if isWord || byte == 0x2E {
            lookUp(at, in: analysis, &walk)
            grammar.calls.words(bytes, at: at) { walk.call($0, at: at) }
          }
          begin(at, isWord, bytes, &walk)
        }
      }
      if Bytes.isDigit(byte) {
        walk.hasDigit = true
        if !walk.isInDigits { walk.places.add(at, to: grammar.starts.byDigit) }
        walk.isInDigits = true
      } else {
        if walk.isInDigits, isWord {
          // A unit that is written without a space: 50ms.
          grammar.calls.words(bytes, at: at) { walk.call($0, at: at) }
        }
        walk.isInDigits = false
      }
      walk.isInside = isWord
      at += length
    }
    callBySigns(&walk)
    analysis.met = walk.met
    analysis.places = walk.places
    analysis.calls = walk.calls
  }

  /// What a walk over a bullet has seen so far.
  private struct Walk {
    var met: WaySet
    var places: Places
    /// Where the calls of the kinds of number stand.
    var calls: Places
    /// The ways of the kinds of number.
    let quantities: Range<Int>
    var hasDigit = false
    var hasSign = false
    var isInside = false
    var isInDigits = false
    /// The terms that begin at a place.
    var ends: [(end: Int, parts: PartSet)] = []
    /// The terms around a place.
    var open: [(end: Int, parts: PartSet)] = []
    /// Whether a digit may stand anywhere, and whether a word may hold a dot or `@`.
    let mayHoldDigits: Bool
    let mayHoldSigns: Bool

    init(met: WaySet, places: Places, calls: Places, quantities: Range<Int>, _ bytes: [UInt8]) {
      self.met = met
      self.places = places
      self.calls = calls
      self.quantities = quantities
      // A character beyond ASCII may be a digit.
      mayHoldDigits = bytes.contains { Bytes.isDigit($0) || $0 >= 0x80 }
      mayHoldSigns = bytes.dropLast().contains { $0 == 0x2E || $0 == 0x40 }
    }

    /// What the terms around a place mark.
    mutating func partsAround(_ at: Int) -> PartSet {
      if open.isEmpty { return PartSet() }
      open.removeAll { $0.end <= at }
      var parts = PartSet()
      for earlier in open { parts.formUnion(earlier.parts) }
      return parts
    }

    mutating func call(_ way: Int, at offset: Int) {
      met.insert(way)
      if quantities.contains(way) { calls.add(offset, to: way - quantities.lowerBound) }
    }

    mutating func call(_ ways: [Int], at offset: Int) {
      for way in ways { call(way, at: offset) }
    }
  }

  /// Marks the terms that begin at a place. Of one kind only the longest counts there, and none inside a longer one of
  /// its kind that began before.
  private func lookUp(_ at: Int, in analysis: Analysis, _ walk: inout Walk) {
    var ends = walk.ends
    ends.removeAll(keepingCapacity: true)
    grammar.words.walk(analysis.bytes, from: at) { hit in
      let parts = marked(by: hit)
      if let last = ends.indices.last, ends[last].end == hit.end {
        ends[last].parts.formUnion(parts)
      } else {
        ends.append((hit.end, parts))
      }
    }
    walk.ends = ends
    if ends.isEmpty { return }
    var taken = walk.partsAround(at)
    for (end, parts) in ends.reversed() {
      let fresh = parts.subtracting(taken)
      taken.formUnion(parts)
      if fresh.isEmpty { continue }
      analysis.mark(fresh, at..<end)
      walk.open.append((end, fresh))
    }
  }

  /// What is known of the word at a place, and where it ends; `nil` for one that is too long to be a word of any language.
  private func recall(_ at: Int, _ bytes: [UInt8], _ memo: WordMemo) -> (entry: WordMemo.Entry, end: Int)? {
    var end = at
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while end < bytes.count, Bytes.isWord(at: end, in: bytes) {
      hash = (hash ^ UInt64(bytes[end])) &* 0x100_0000_01B3
      end += 1
    }
    if end - at > WordMemo.longest { return nil }
    if let known = memo.entry(of: at..<end, hash, in: bytes) { return (known, end) }
    let word = Array(bytes[at..<end])
    var met: [Int] = []
    var numbers: [Int] = []
    grammar.calls.words(word, at: 0) { way in
      met.append(way)
      if quantityWays.contains(way) { numbers.append(way - quantityWays.lowerBound) }
    }
    var starts: [Int] = []
    if !Bytes.isDigit(word[0]) {
      if word[0] < 0x80 { starts += grammar.starts.bySymbol[Int(Bytes.lowered(word[0]))] }
      grammar.starts.words(word, at: 0) { starts.append($0) }
    }
    var parts = PartSet()
    grammar.words.walk(word, from: 0) { hit in parts.formUnion(marked(by: hit)) }
    let entry = memo.keep(
      word[...], hash, met: met, numbers: numbers,
      starts: starts, parts: parts, isBegun: grammar.words.begins(with: word),
      isOpen: grammar.calls.goesOn(behind: word) || grammar.starts.goesOn(behind: word))
    return (entry, end)
  }

  /// Marks and notes what a word that is known calls, begins and marks.
  private func take(
    _ entry: WordMemo.Entry, from memo: WordMemo, at: Int, _ end: Int, in analysis: Analysis,
    _ walk: inout Walk
  ) {
    for number in entry.met { walk.met.insert(memo.ways[number]) }
    for number in entry.numbers { walk.calls.add(at, to: memo.ways[number]) }
    for number in entry.starts { walk.places.add(at, to: memo.ways[number]) }
    if entry.isBegun { return lookUp(at, in: analysis, &walk) }
    let fresh = entry.parts.subtracting(walk.partsAround(at))
    if fresh.isEmpty { return }
    analysis.mark(fresh, at..<end)
    walk.open.append((end, fresh))
  }

  /// What a term marks: where deeds are told in the present, base forms tell them too.
  private func marked(by hit: WordTable.Hit) -> PartSet {
    grammar.tense == .present && hit.reading?.form == .base ? hit.parts.union(PartNames.deed) : hit.parts
  }

  /// Notes what may begin with the word at a place.
  private func begin(_ at: Int, _ isWord: Bool, _ bytes: [UInt8], _ walk: inout Walk) {
    guard isWord, !Bytes.isDigit(bytes[at]) else { return }
    if bytes[at] < 0x80 { walk.places.add(at, to: grammar.starts.bySymbol[Int(Bytes.lowered(bytes[at]))]) }
    grammar.starts.words(bytes, at: at, to: &walk.places)
    beginByShape(at, bytes, &walk)
  }

  /// Notes what may begin with a word that holds signs, or has a digit near.
  private func beginByShape(_ at: Int, _ bytes: [UInt8], _ walk: inout Walk) {
    if walk.mayHoldSigns, !grammar.starts.bySign.isEmpty, Engine.isSigned(at, bytes) {
      walk.places.add(at, to: grammar.starts.bySign)
    }
    if !walk.mayHoldDigits { return }
    switch Engine.wordsToDigit(at, bytes) {
    case 0:
      walk.places.add(at, to: grammar.starts.byDigitInside)
      walk.places.add(at, to: grammar.starts.byDigitBehind)
      walk.places.add(at, to: grammar.starts.byNearDigit)
    case 1:
      walk.places.add(at, to: grammar.starts.byDigitBehind)
      walk.places.add(at, to: grammar.starts.byNearDigit)
    case 2: walk.places.add(at, to: grammar.starts.byNearDigit)
    default: break
    }
  }

  /// Whether a dot or `@` stands inside the word at a place.
  private static func isSigned(_ start: Int, _ bytes: [UInt8]) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] != 0x20 {
      if bytes[at] == 0x2E || bytes[at] == 0x40, at + 1 < bytes.count, bytes[at + 1] > 0x20 { return true }
      at += 1
    }
    return false
  }

  /// How many words behind the one at a place the next digit stands: none where it stands in the word, 3 for far off.
  private static func wordsToDigit(_ start: Int, _ bytes: [UInt8]) -> Int {
    var spaces = 0
    for at in start..<min(bytes.count, start + 80) {
      // A character beyond ASCII may be a digit, or a space.
      if Bytes.isDigit(bytes[at]) || bytes[at] >= 0x80 { return spaces }
      if bytes[at] == 0x20 {
        spaces += 1
        if spaces == 3 { break }
      }
    }
    return 3
  }

  private func callBySigns(_ walk: inout Walk) {
    if walk.hasSign { walk.met.insert(grammar.calls.bySign) }
    if walk.hasDigit { walk.met.insert(grammar.calls.byDigit) }
  }

  // MARK: - Numbers

  /// Marks numbers from left to right: at each place the first kind that matches takes its bytes.
  private func markNumbers(_ analysis: Analysis) throws(EngineError) {
    let first = quantityWays.lowerBound
    var tries: [Int] = []
    for kind in grammar.quantities.indices where analysis.called.contains(first + kind) {
      let places =
        beginsAnywhere[first + kind] ? everyPlace(analysis) : analysis.places.offsets(of: first + kind)
      for place in places where isCalled(kind, near: place, analysis) { tries.append(place << 16 | kind) }
    }
    tries.sort()
    var end = 0
    for (place, kind) in tries.lazy.map({ ($0 >> 16, $0 & 0xFFFF) }) where place >= end {
      let pattern = try self.pattern(ofWay: first + kind, of: .quantity(kind))
      let match = try self.first(
        pattern, in: analysis, from: place, owner: "the number “\(grammar.quantities[kind].id)”")
      guard let match, match.upper > place else { continue }
      markNumber(kind, place..<match.upper, analysis)
      end = match.upper
    }
  }

  /// How far before and behind the place where a number begins what calls it may stand, in bytes.
  private static let callReach = (before: 48, behind: 120)

  private func isCalled(_ kind: Int, near place: Int, _ analysis: Analysis) -> Bool {
    isCalledFromAfar[kind]
      || analysis.calls.has(kind, in: (place - Engine.callReach.before)...(place + Engine.callReach.behind))
  }

  /// Every place where a number may begin: where a word does, a run of digits, or at a sign.
  private func everyPlace(_ analysis: Analysis) -> [Int] {
    let bytes = analysis.bytes
    return bytes.indices.filter { at in
      let byte = bytes[at]
      if byte & 0xC0 == 0x80 { return false }
      if Bytes.isDigit(byte) { return at == 0 || !Bytes.isDigit(bytes[at - 1]) }
      return Bytes.isWord(at: at, in: bytes) ? !Bytes.isWord(before: at, in: bytes) : byte != 0x20
    }
  }

  private func markNumber(_ kind: Int, _ range: Range<Int>, _ analysis: Analysis) {
    // The digits of a name count nothing: ResNet-50, Web 2.0, S3.
    let isNamed = analysis.marks.contains { mark in
      mark.range.lowerBound <= range.lowerBound && mark.range.upperBound >= range.upperBound
        && mark.parts.intersects(factParts)
    }
    var parts = isNamed ? PartSet() : numberParts[kind]
    if grammar.parts.names[PartNames.link] != grammar.quantities[kind].part { parts.insert(PartNames.number) }
    if !parts.isEmpty { analysis.mark(parts, range) }
  }
}
