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
    try markNumbers(analysis)
    markSlots(analysis)
    startByParts(analysis, Array(analysis.marks[words...]))
    analysis.sortMarks()
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
      analysis.called.insert(grammar.calls.byPart[part])
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
      called: alwaysCalled, places: analysis.places, calls: Places(patterns: quantityWays.count),
      quantities: quantityWays)
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
          walk.places.add(at, to: grammar.starts.bySymbol[Int(byte)])
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
        if isWord || byte == 0x2E {
          lookUp(at, in: analysis, &walk)
          grammar.calls.words(bytes, at: at) { walk.call($0, at: at) }
        }
        begin(at, isWord, bytes, &walk)
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
    analysis.called = walk.called
    analysis.places = walk.places
    analysis.calls = walk.calls
  }

  /// What a walk over a bullet has seen so far.
  private struct Walk {
    var called: WaySet
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

    mutating func call(_ way: Int, at offset: Int) {
      called.insert(way)
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
    let isPresent = grammar.tense == .present
    grammar.words.walk(analysis.bytes, from: at) { hit in
      let parts = isPresent && hit.reading?.form == .base ? hit.parts.union(PartNames.deed) : hit.parts
      if let last = ends.indices.last, ends[last].end == hit.end {
        ends[last].parts.formUnion(parts)
      } else {
        ends.append((hit.end, parts))
      }
    }
    walk.ends = ends
    if ends.isEmpty { return }
    walk.open.removeAll { $0.end <= at }
    var taken = PartSet()
    for earlier in walk.open { taken.formUnion(earlier.parts) }
    for (end, parts) in ends.reversed() {
      let fresh = parts.subtracting(taken)
      taken.formUnion(parts)
      if fresh.isEmpty { continue }
      analysis.mark(fresh, at..<end)
      walk.open.append((end, fresh))
    }
  }

  /// Notes what may begin with the word at a place.
  private func begin(_ at: Int, _ isWord: Bool, _ bytes: [UInt8], _ walk: inout Walk) {
    let byte = bytes[at]
    guard isWord, !Bytes.isDigit(byte) else { return }
    if byte < 0x80 { walk.places.add(at, to: grammar.starts.bySymbol[Int(Bytes.lowered(byte))]) }
    grammar.starts.words(bytes, at: at, to: &walk.places)
    if !grammar.starts.bySign.isEmpty, Engine.isSigned(at, bytes) {
      walk.places.add(at, to: grammar.starts.bySign)
    }
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
    if walk.hasSign { walk.called.insert(grammar.calls.bySign) }
    if walk.hasDigit { walk.called.insert(grammar.calls.byDigit) }
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
