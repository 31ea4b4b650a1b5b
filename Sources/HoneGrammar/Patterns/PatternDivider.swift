internal import HoneCore

/// Divides a pattern into ways to match: patterns of which one matches wherever the whole does, each with fewer calls.
///
/// `(?:cut|saved) time|(?&gain)` is two words, and all that the fragment `gain` can begin with. Each way is called by its
/// own words, tried where it may begin, and compiled only then: a bullet pays for a phrase of a long list, not for the list.
///
/// It divides at a choice with which a match begins, for there the order of the ways is the order in which PCRE2 tries
/// them: the first way that matches at a place is what the whole would have taken.
///
/// Ways that the same words call are of no use apart: they stay one.
struct PatternDivider {
  private let fragments: Fragments
  /// Whether ways that do not follow one another may stay one too: where it is all the same which of them matches.
  private let keepsOrder: Bool
  /// What calls a way.
  private let triggers: (String) -> Set<Trigger>?

  /// More ways of one choice are not worth their places in the table of calls.
  private static let mostWays = 100
  /// How many times as long as the choice its ways may be in all: each has with it all that it calls.
  private static let mostGrowth = 3
  private static let mostDepth = 12

  init(_ fragments: Fragments, keepsOrder: Bool, triggers: @escaping (String) -> Set<Trigger>?) {
    self.fragments = fragments
    self.keepsOrder = keepsOrder
    self.triggers = triggers
  }

  /// The ways of a pattern in the order in which they are tried; the pattern itself where it is one way.
  func ways(of pattern: String) -> [String] {
    guard let ways = divide(Array(pattern.utf8)[...], depth: 0, in: { $0 }), ways.count > 1 else {
      return [pattern]
    }
    return ways.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The ways of a choice, or `nil` where something in it is not understood.
  ///
  /// - Parameter whole: a way with all that stands around the choice.
  private func divide(_ text: ArraySlice<UInt8>, depth: Int, in whole: ([UInt8]) -> [UInt8]) -> [[UInt8]]? {
    guard depth < PatternDivider.mostDepth, let branches = PatternItems.branches(of: text) else { return nil }
    let most = PatternDivider.mostGrowth * weight(whole(Array(text)))
    func isWorthIt(_ ways: [[UInt8]]) -> Bool {
      ways.count <= PatternDivider.mostWays && ways.reduce(0) { $0 + weight(whole($1)) } <= most
    }
    let deep = joined(branches.flatMap { divide(sequence: $0, depth: depth + 1, in: whole) }, in: whole)
    if isWorthIt(deep) { return deep }
    let shallow = joined(branches.map { Array($0) }, in: whole)
    return isWorthIt(shallow) ? shallow : [Array(text)]
  }

  /// How long a pattern is with all that it calls, in bytes.
  private func weight(_ pattern: [UInt8]) -> Int {
    var seen: Set<String> = []
    func length(_ text: String) -> Int {
      PatternText.calls(in: text).reduce(text.utf8.count) { sum, name in
        guard let fragment = fragments[name], seen.insert(name).inserted else { return sum }
        return sum + length(fragment.pattern)
      }
    }
    return length(String(decoding: pattern, as: UTF8.self))
  }

  /// The ways of items in a row: those of the first that takes text, each with all others around it.
  private func divide(sequence text: ArraySlice<UInt8>, depth: Int, in whole: ([UInt8]) -> [UInt8])
    -> [[UInt8]]
  {
    let undivided = [Array(text)]
    guard let items = PatternItems.items(of: text),
      let first = items.first(where: { !$0.takesNothing }), !first.isRepeated
    else { return undivided }
    let inner: ArraySlice<UInt8>
    var opening = "(?:".utf8[...]
    switch first.kind {
    case .group(let content): inner = content
    case .capture(let name, let content):
      inner = content
      opening = "(?<\(name)>".utf8[...]
    case .call(let name):
      guard let fragment = fragments[name] else { return undivided }
      inner = Array(fragment.pattern.utf8)[...]
    default: return undivided
    }
    let before = text[..<first.range.lowerBound]
    let after = text[first.range.upperBound...]
    let around = { (way: [UInt8]) -> [UInt8] in Array(before) + opening + way + [0x29] + after }
    guard let ways = divide(inner, depth: depth, in: { whole(around($0)) }), ways.count > 1 else {
      return undivided
    }
    return ways.map(around)
  }

  /// Ways with those put together again that the same words call.
  private func joined(_ ways: [[UInt8]], in whole: ([UInt8]) -> [UInt8]) -> [[UInt8]] {
    var kept: [(way: [UInt8], triggers: Set<Trigger>?, captures: [String])] = []
    for way in ways {
      let triggers = triggers(String(decoding: whole(way), as: UTF8.self))
      let captures = PatternText.captures(in: String(decoding: way, as: UTF8.self))
      let alike = kept.indices.suffix(keepsOrder ? 1 : kept.count).first {
        // Two groups of one pattern must not have one name.
        kept[$0].triggers == triggers && Set(captures).isDisjoint(with: kept[$0].captures)
      }
      if let alike {
        kept[alike].way += [0x7C] + way
        kept[alike].captures += captures
      } else {
        kept.append((way, triggers, captures))
      }
    }
    return kept.map(\.way)
  }
}

/// The items of a pattern, one behind the other: as much of its text as it takes to cut it between them.
struct PatternItems {
  enum Kind {
    /// `(?:…)`
    case group(ArraySlice<UInt8>)
    /// `(?<name>…)`
    case capture(String, ArraySlice<UInt8>)
    /// `(?&name)`
    case call(String)
    /// A look around, an anchor: takes no text.
    case assertion
    /// Whatever else stands for itself.
    case other
  }

  struct Item {
    let kind: Kind
    /// Where it stands, with what says how often.
    let range: Range<Int>
    let isRepeated: Bool

    var takesNothing: Bool { if case .assertion = kind { !isRepeated } else { false } }
  }

  private let text: ArraySlice<UInt8>
  private var at: Int

  /// The branches of a choice, or `nil` where something in it is not understood.
  static func branches(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var reader = PatternItems(text)
    var branches: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while reader.at < text.endIndex {
      if text[reader.at] == 0x7C {
        branches.append(text[start..<reader.at])
        reader.at += 1
        start = reader.at
      } else if reader.item() == nil {
        return nil
      }
    }
    branches.append(text[start...])
    return branches
  }

  /// The items of one branch, or `nil` where something in it is not understood.
  static func items(of text: ArraySlice<UInt8>) -> [Item]? {
    var reader = PatternItems(text)
    var items: [Item] = []
    while reader.at < text.endIndex {
      guard let item = reader.item() else { return nil }
      items.append(item)
    }
    return items
  }

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    at = text.startIndex
  }

  private func stands(_ wanted: String, at offset: Int) -> Bool {
    text[offset...].starts(with: wanted.utf8)
  }

  private mutating func item() -> Item? {
    let start = at
    let kind: Kind
    switch text[at] {
    case 0x28:
      guard let group = group() else { return nil }
      kind = group
    case 0x5B:
      guard skipClass() else { return nil }
      kind = .other
    case 0x5C:
      guard let escape = escape() else { return nil }
      kind = escape
    case 0x5E, 0x24:
      at += 1
      kind = .assertion
    case 0x29: return nil
    default:
      at += 1
      while at < text.endIndex, text[at] & 0xC0 == 0x80 { at += 1 }
      kind = .other
    }
    let isRepeated = skipQuantifier()
    return Item(kind: kind, range: start..<at, isRepeated: isRepeated)
  }

  private mutating func skipQuantifier() -> Bool {
    guard at < text.endIndex else { return false }
    switch text[at] {
    case 0x3F, 0x2A, 0x2B: at += 1
    case 0x7B where at + 1 < text.endIndex && Bytes.isDigit(text[at + 1]):
      while at < text.endIndex, text[at] != 0x7D { at += 1 }
      at = min(text.endIndex, at + 1)
    default: return false
    }
    if at < text.endIndex, text[at] == 0x3F || text[at] == 0x2B { at += 1 }
    return true
  }

  private mutating func escape() -> Kind? {
    guard at + 1 < text.endIndex else { return nil }
    let escaped = text[at + 1]
    at += 2
    switch escaped {
    case UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "b"), UInt8(ascii: "B"):
      return .assertion
    // Quoting, and references to what was captured: their meaning changes where a pattern is cut.
    case UInt8(ascii: "Q"), UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return nil
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "x"):
      guard at < text.endIndex, text[at] == 0x7B else { return .other }
      while at < text.endIndex, text[at] != 0x7D { at += 1 }
      at = min(text.endIndex, at + 1)
      return .other
    default: return .other
    }
  }

  private mutating func skipClass() -> Bool {
    at += 1
    if at < text.endIndex, text[at] == 0x5E { at += 1 }
    if at < text.endIndex, text[at] == 0x5D { at += 1 }
    while at < text.endIndex, text[at] != 0x5D { at += text[at] == 0x5C ? 2 : 1 }
    guard at < text.endIndex else { return false }
    at += 1
    return true
  }

  private mutating func group() -> Kind? {
    let start = at
    guard let end = groupEnd() else { return nil }
    let content = { (offset: Int, text: ArraySlice<UInt8>) in text[(start + offset)..<(end - 1)] }
    at = end
    if stands("(?&", at: start) { return .call(String(decoding: content(3, text), as: UTF8.self)) }
    if stands("(?:", at: start) { return .group(content(3, text)) }
    for look in ["(?=", "(?!", "(?<=", "(?<!"] where stands(look, at: start) { return .assertion }
    if stands("(?<", at: start), let close = text[start..<end].firstIndex(of: 0x3E) {
      return .capture(
        String(decoding: text[(start + 3)..<close], as: UTF8.self), text[(close + 1)..<(end - 1)])
    }
    // Flags with a colon open a group of their own; without one they reach beyond it.
    if stands("(?>", at: start) { return .other }
    if stands("(?", at: start) {
      let flags = text[(start + 2)..<end].prefix { Bytes.isLetter($0) || $0 == 0x2D }
      return flags.endIndex < end && !flags.isEmpty && text[flags.endIndex] == 0x3A ? .other : nil
    }
    return stands("(*", at: start) ? nil : .other
  }

  /// Where the group that begins here ends: behind its bracket.
  private func groupEnd() -> Int? {
    var inner = PatternItems(text)
    inner.at = at + 1
    var depth = 1
    while inner.at < text.endIndex {
      switch text[inner.at] {
      case 0x28:
        depth += 1
        inner.at += 1
      case 0x29:
        depth -= 1
        inner.at += 1
        if depth == 0 { return inner.at }
      case 0x5B: guard inner.skipClass() else { return nil }
      case 0x5C: inner.at += 2
      default: inner.at += 1
      }
    }
    return nil
  }
}
