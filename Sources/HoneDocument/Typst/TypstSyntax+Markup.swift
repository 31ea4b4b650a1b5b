internal import HoneCore

extension TypstSyntax {
  mutating func record(_ start: Int, _ end: Int) -> Int {
    if start - range.lowerBound < ends.count { ends[start - range.lowerBound] = end }
    return end
  }

  /// Enters something that holds other things; `nil` where it stands too deep.
  mutating func nested(_ body: (inout TypstSyntax) -> Int) -> Int {
    guard depth < TypstSyntax.deepest else {
      isTooDeep = true
      return range.upperBound
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Runs over markup up to the `]` that closes it, or the end.
  mutating func markup(_ start: Int, isNested: Bool) -> Int {
    var at = start
    var brackets = 0
    while at < range.upperBound {
      switch bytes[at] {
      case 0x5C: at += escapeLength(at)
      case 0x2F: at = comment(at) ?? at + 1
      case 0x60: at = raw(at)
      case 0x24: at = formula(at)
      case 0x68: at = address(at) ?? at + 1
      case 0x23: at = hash(at)
      case 0x5B:
        brackets += 1
        at += 1
      case 0x5D where brackets > 0:
        brackets -= 1
        at += 1
      case 0x5D where isNested: return at
      default: at += 1
      }
    }
    return range.upperBound
  }

  mutating func comment(_ start: Int) -> Int? {
    guard byte(start) == 0x2F else { return nil }
    var at = start + 2
    if byte(start + 1) == 0x2F {
      while at < range.upperBound, bytes[at] != 0x0A { at += 1 }
      if at > start + 2, bytes[at - 1] == 0x0D { at -= 1 }
    } else if byte(start + 1) == 0x2A {
      var open = 1
      while at < range.upperBound, open > 0 {
        if bytes[at] == 0x2F, byte(at + 1) == 0x2A {
          open += 1
          at += 2
        } else if bytes[at] == 0x2A, byte(at + 1) == 0x2F {
          open -= 1
          at += 2
        } else {
          at += 1
        }
      }
      at = min(at, range.upperBound)
    } else {
      return nil
    }
    comments.append(start..<at)
    return record(start, at)
  }

  mutating func raw(_ start: Int) -> Int {
    var ticks = 0
    while byte(start + ticks) == 0x60 { ticks += 1 }
    if ticks == 2 { return record(start, start + 2) }
    var at = start + ticks
    var found = 0
    while at < range.upperBound, found < ticks {
      found = bytes[at] == 0x60 ? found + 1 : 0
      at += 1
    }
    return found == ticks ? record(start, at) : start + ticks
  }

  /// A formula ends at the next dollar sign of its paragraph; without one the sign stands for itself.
  mutating func formula(_ start: Int) -> Int {
    var at = start + 1
    while at < range.upperBound {
      switch bytes[at] {
      case 0x5C: at += 2
      case 0x24: return record(start, at + 1)
      case 0x0A where isBlankLine(at + 1): return start + 1
      default: at += 1
      }
    }
    return start + 1
  }

  func isBlankLine(_ start: Int) -> Bool {
    var at = start
    while byte(at) == 0x20 || byte(at) == 0x09 || byte(at) == 0x0D { at += 1 }
    return at >= range.upperBound || bytes[at] == 0x0A
  }

  /// `https://…` is a link, and its slashes begin no comment.
  mutating func address(_ start: Int) -> Int? {
    let sign = ["http://", "https://"].first { bytes[start...].starts(with: $0.utf8) }
    guard let sign, start == range.lowerBound || !Bytes.isWord(bytes[start - 1]) else { return nil }
    var at = start + sign.utf8.count
    var open: [UInt8] = []
    loop: while at < range.upperBound {
      switch bytes[at] {
      case 0x28, 0x5B: open.append(bytes[at] == 0x28 ? 0x29 : 0x5D)
      case 0x29, 0x5D:
        guard open.popLast() == bytes[at] else { break loop }
      case let byte where !Bytes.isWord(byte) && !"!#$%&*+,-./:;=?@~'".utf8.contains(byte): break loop
      default: break
      }
      at += 1
    }
    at = min(at, range.upperBound)
    while at > start, "!,.:;?'".utf8.contains(bytes[at - 1]) { at -= 1 }
    return record(start, at)
  }
}
