internal import HoneCore

// What begins with `<`: addresses, comments, tags of HTML.
extension MarkdownScanner {
  mutating func angle() {
    if let upper = angleAddress() {
      let inside = (at + 1)..<(upper - 1)
      return take(.opaque(bytes.text(inside)), at..<upper)
    }
    if byte(at + 1) == 0x21, byte(at + 2) == 0x2D, byte(at + 3) == 0x2D, let upper = commentEnd() {
      return take(.hidden, at..<upper)
    }
    guard let tag = HTMLTagSyntax.tag(at: at, in: bytes, upTo: end, missing: &missing) else {
      at += 1
      return
    }
    let range = at..<tag.end
    if tag.name == "br" { return lineBreak(range) }
    flushText(upTo: at)
    tags.add(tag, range)
    resume(at: range.upperBound)
  }

  /// `<br>` shows as white space; at the end of a bullet it shows nothing.
  private mutating func lineBreak(_ range: Range<Int>) {
    var lower = range.lowerBound
    while lower > max(textStart, lines[line].lowerBound), bytes[lower - 1] == 0x20 { lower -= 1 }
    var upper = range.upperBound
    while upper < end, bytes[upper] <= 0x20 { upper += 1 }
    if line + 1 < lines.count, upper > lines[line].upperBound, upper < lines[line + 1].lowerBound {
      upper = lines[line + 1].lowerBound
    }
    take(upper >= end ? .hidden : .opaque(" "), lower..<upper)
  }

  private mutating func commentEnd() -> Int? {
    var from = at + 4
    while let upper = find(0x3E, from: from) {
      if bytes[upper - 1] == 0x2D, bytes[upper - 2] == 0x2D { return upper + 1 }
      from = upper + 1
    }
    // No comment ends behind this place: do not look again.
    missing[0x3E] = min(missing[0x3E] ?? at, at)
    return nil
  }

  /// The end of `<https://…>` or `<name@host>`.
  private func angleAddress() -> Int? {
    var upper = at + 1
    var isAddress = false
    while upper < end, bytes[upper] > 0x20, bytes[upper] != 0x3C, bytes[upper] != 0x3E {
      if bytes[upper] == 0x3A, upper - at > 2 { isAddress = isAddress || isScheme(at + 1, upper) }
      if bytes[upper] == 0x40, upper > at + 1 { isAddress = true }
      upper += 1
    }
    guard isAddress, upper < end, bytes[upper] == 0x3E else { return nil }
    return upper + 1
  }

  private func isScheme(_ lower: Int, _ upper: Int) -> Bool {
    upper - lower <= 32
      && bytes[lower..<upper].allSatisfy {
        Bytes.isDigit($0) || Bytes.isLower($0) || Bytes.isUpper($0) || $0 == 0x2B || $0 == 0x2E || $0 == 0x2D
      }
  }
}

/// A tag of HTML as CommonMark knows it.
struct HTMLTagSyntax {
  enum Role { case open, close, void }

  let name: String
  let role: Role
  let end: Int

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// The tag at an offset, or `nil`.
  static func tag(at start: Int, in bytes: [UInt8], upTo end: Int, missing: inout [UInt8: Int])
    -> HTMLTagSyntax?
  {
    var at = start + 1
    let isClosing = at < end && bytes[at] == 0x2F
    if isClosing { at += 1 }
    let nameStart = at
    guard at < end, Bytes.isLower(bytes[at]) || Bytes.isUpper(bytes[at]) else { return nil }
    while at < end, isNamed(bytes[at]) { at += 1 }
    let name = bytes.lowered(nameStart..<at)
    if !isClosing {
      while let next = attributeEnd(at, bytes, end, &missing) { at = next }
    }
    while at < end, bytes[at] <= 0x20 { at += 1 }
    let isEmpty = !isClosing && at < end && bytes[at] == 0x2F
    if isEmpty { at += 1 }
    guard at < end, bytes[at] == 0x3E else { return nil }
    let role: Role = isClosing ? .close : isEmpty || void.contains(name) ? .void : .open
    return HTMLTagSyntax(name: name, role: role, end: at + 1)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    Bytes.isLower(byte) || Bytes.isUpper(byte) || Bytes.isDigit(byte) || byte == 0x2D
  }

  /// The end of ` name="value"`.
  private static func attributeEnd(_ start: Int, _ bytes: [UInt8], _ end: Int, _ missing: inout [UInt8: Int])
    -> Int?
  {
    var at = start
    while at < end, bytes[at] <= 0x20 { at += 1 }
    guard at > start, at < end, isNamed(bytes[at]) || bytes[at] == 0x5F || bytes[at] == 0x3A else {
      return nil
    }
    while at < end, isNamed(bytes[at]) || [0x5F, 0x3A, 0x2E].contains(bytes[at]) { at += 1 }
    var value = at
    while value < end, bytes[value] <= 0x20 { value += 1 }
    guard value < end, bytes[value] == 0x3D else { return at }
    value += 1
    while value < end, bytes[value] <= 0x20 { value += 1 }
    guard value < end else { return nil }
    let quote = bytes[value]
    if quote == 0x22 || quote == 0x27 {
      if let none = missing[quote], value >= none { return nil }
      var upper = value + 1
      while upper < end, bytes[upper] != quote { upper += 1 }
      if upper < end { return upper + 1 }
      missing[quote] = min(missing[quote] ?? value, value)
      return nil
    }
    let from = value
    while value < end, bytes[value] > 0x20, ![0x22, 0x27, 0x3D, 0x3C, 0x3E, 0x60].contains(bytes[value]) {
      value += 1
    }
    return value > from ? value : nil
  }
}

/// The tags of a paragraph: those that belong together are a wrapper, all others are bytes that stay.
struct TagPairs {
  private var tags: [(tag: HTMLTagSyntax, range: Range<Int>)] = []

  /// How many tags there are.
  var count: Int { tags.count }

  mutating func add(_ tag: HTMLTagSyntax, _ range: Range<Int>) { tags.append((tag, range)) }

  /// Forgets the tags from one on.
  mutating func drop(from index: Int) {
    if index < tags.count { tags.removeSubrange(index...) }
  }

  /// Makes wrappers of the tags that pair and stand in the same wrapper of Markdown's own.
  func resolve(into pieces: inout [InlinePiece]) {
    guard !tags.isEmpty else { return }
    let homes = homes(in: pieces)
    var partner: [Int: Int] = [:]
    var open: [String: [Int]] = [:]
    var order: [Int] = []
    for (index, entry) in tags.enumerated() {
      switch entry.tag.role {
      case .void: break
      case .open:
        open[entry.tag.name, default: []].append(index)
        order.append(index)
      case .close:
        guard let opener = open[entry.tag.name]?.popLast() else { continue }
        // Tags that stayed open inside are no wrappers.
        while let last = order.popLast(), last != opener { _ = open[tags[last].tag.name]?.popLast() }
        if homes[opener] == homes[index] { partner[opener] = index }
      }
    }
    let closers = Set(partner.values)
    for index in tags.indices {
      let kind: InlinePiece.Kind =
        partner[index] != nil
        ? .open(isVital: tags[index].tag.name == "a") : closers.contains(index) ? .close : .hidden
      pieces.append(InlinePiece(kind, tags[index].range))
    }
  }

  /// For each tag, the wrapper around it, by its place; -1 for none.
  private func homes(in pieces: [InlinePiece]) -> [Int] {
    let markup = pieces.filter {
      switch $0.kind {
      case .open, .close: true
      default: false
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var open: [Int] = []
    var next = 0
    return tags.map { entry in
      while next < markup.count, markup[next].range.lowerBound < entry.range.lowerBound {
        if case .open = markup[next].kind {
          open.append(markup[next].range.lowerBound)
        } else {
          _ = open.popLast()
        }
        next += 1
      }
      return open.last ?? -1
    }
  }
}
