internal import HoneCore

/// The comments that switch hone off.
///
/// `hone:off` holds until `hone:on`, `hone:off-next` for the next bullet; each may name rules or kinds, and then it holds for
/// these alone: `hone:off filler passive`.
struct OffSwitches {
  private struct Switch {
    enum Action { case off, on, next }

    let action: Action
    let rules: Set<String>
    let at: Int
    let line: Int
    var isUsed = false
  }

  private var switches: [Switch] = []
  private var notes: [Note] = []

  init(_ comments: [Range<Int>], in bytes: [UInt8]) {
    var line = 1
    var at = 0
    for comment in comments {
      while at < comment.lowerBound {
        if bytes[at] == 0x0A { line += 1 }
        at += 1
      }
      guard let start = OffSwitches.word(in: bytes, comment) else { continue }
      read(bytes.text(start..<comment.upperBound), at: comment.lowerBound, line: line)
    }
  }

  /// Where `hone:` stands in a comment, in whatever case.
  private static func word(in bytes: [UInt8], _ comment: Range<Int>) -> Int? {
    let sign = Array("hone:".utf8)
    guard comment.count >= sign.count else { return nil }
    return (comment.lowerBound...(comment.upperBound - sign.count)).first { at in
      bytes[at..<(at + sign.count)].lazy.map(Bytes.lowered).elementsEqual(sign)
        && (at == comment.lowerBound || !Bytes.isWord(bytes[at - 1]))
    }
  }

  private mutating func read(_ text: String, at: Int, line: Int) {
    // The signs that end a comment may stand right behind the last word.
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0))) }
      .map { word in String(word.reversed().drop { $0 == "-" || $0 == "." }.reversed()) }.filter {
        !$0.isEmpty
      }
    guard let first = words.first?.lowercased() else { return }
    let rules = Set(words.dropFirst())
    switch first {
    case "hone:off": switches.append(Switch(action: .off, rules: rules, at: at, line: line))
    case "hone:on": switches.append(Switch(action: .on, rules: rules, at: at, line: line))
    case "hone:off-next": switches.append(Switch(action: .next, rules: rules, at: at, line: line))
    default:
      notes.append(
        Note(line: line, "“\(first)” is no switch of hone; there are hone:off, hone:on and hone:off-next"))
    }
  }

  /// Switches bullets off.
  ///
  /// - Returns: what is to be said of switches that are unknown, or that switch nothing.
  mutating func apply(to bullets: inout [SourceBullet]) -> [Note] {
    var allOff: Int?
    var rulesOff: [String: Int] = [:]
    var nexts: [Int] = []
    var next = 0
    for index in bullets.indices {
      let start = bullets[index].byteRange.lowerBound
      while next < switches.count, switches[next].at < start {
        turn(next, &allOff, &rulesOff, &nexts)
        next += 1
      }
      // Where no rule runs there is nothing to switch off.
      if bullets[index].section?.kind.isLive ?? true {
        for used in [allOff].compactMap({ $0 }) + rulesOff.values + nexts { switches[used].isUsed = true }
      }
      bullets[index].isOff = allOff != nil || nexts.contains { switches[$0].rules.isEmpty }
      bullets[index].rulesOff = Set(rulesOff.keys).union(nexts.flatMap { switches[$0].rules })
      nexts = []
    }
    while next < switches.count {
      turn(next, &allOff, &rulesOff, &nexts)
      next += 1
    }
    for unused in switches where !unused.isUsed {
      notes.append(
        Note(
          line: unused.line,
          "this comment switches nothing \(unused.action == .on ? "on" : "off"); take it out"))
    }
    return notes
  }

  private mutating func turn(
    _ index: Int, _ allOff: inout Int?, _ rulesOff: inout [String: Int], _ nexts: inout [Int]
  ) {
    let rules = switches[index].rules
    switch switches[index].action {
    case .next: nexts.append(index)
    case .off where rules.isEmpty: allOff = allOff ?? index
    case .off: for rule in rules where rulesOff[rule] == nil { rulesOff[rule] = index }
    case .on:
      // To switch on is of use where something was off.
      if rules.isEmpty {
        switches[index].isUsed = allOff != nil || !rulesOff.isEmpty
        allOff = nil
        rulesOff = [:]
      } else {
        for rule in rules where rulesOff.removeValue(forKey: rule) != nil { switches[index].isUsed = true }
      }
    }
  }
}
