internal import HoneCore

/// Takes a paragraph of Org apart.
struct OrgScanner {
  let bytes: [UInt8]
  let lines: [Range<Int>]
  private var pieces: [InlinePiece] = []
  private var line = 0
  private var at = 0
  private var textStart = 0
  /// Where each wrapper that is open must close, the innermost last.
  private var closers: [(at: Int, length: Int)] = []
  /// For each sign, the next place behind another one where it may close.
  private var finder = SignFinder()
  private var closings: [UInt8: (from: Int, at: Int)] = [:]

  init(_ bytes: [UInt8], _ lines: [Range<Int>]) {
    self.bytes = bytes
    self.lines = lines
  }

  /// The pieces, in order.
  mutating func scan() -> [InlinePiece] {
    guard let first = lines.first else { return [] }
    at = first.lowerBound
    textStart = at
    while line < lines.count {
      while at < lines[line].upperBound {
        if let closer = closers.last, closer.at == at {
          closers.removeLast()
          take(.close, at..<(at + closer.length))
        } else {
          step()
        }
      }
      endLine()
    }
    return pieces
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset >= lines[line].lowerBound && offset < lines[line].upperBound ? bytes[offset] : 0
  }

  private mutating func take(_ kind: InlinePiece.Kind, _ range: Range<Int>) {
    if textStart < range.lowerBound { pieces.append(InlinePiece(.text, textStart..<range.lowerBound)) }
    pieces.append(InlinePiece(kind, range))
    at = range.upperBound
    textStart = at
  }

  private mutating func endLine() {
    let upper = lines[line].upperBound
    if textStart < upper { pieces.append(InlinePiece(.text, textStart..<upper)) }
    line += 1
    guard line < lines.count else { return }
    let lower = max(textStart, upper)
    pieces.append(InlinePiece(.lineEnd, lower..<lines[line].lowerBound))
    at = lines[line].lowerBound
    textStart = at
  }

  // MARK: - Steps

  private mutating func step() {
    let isTaken =
      switch bytes[at] {
      case 0x2A, 0x2F, 0x2B, 0x5F: emphasis()
      case 0x3D, 0x7E: code()
      case 0x5B: bracket()
      case 0x3C: angle()
      case 0x5C: backslash()
      case 0x24: formula()
      case 0x40: snippet()
      case 0x7B: macro()
      case 0x5E: script()
      case 0x68, 0x77: address()
      default: false
      }
    if !isTaken { at += 1 }
  }

  /// Whether markup may open here: what stands before it, and that no space stands behind it.
  private func mayOpen() -> Bool {
    let before = byte(at - 1)
    let behind = byte(at + 1)
    return behind > 0x20
      && (before <= 0x20 || [0x2D, 0x28, 0x7B, 0x27, 0x22, 0x2F, 0x2A, 0x2B, 0x5F].contains(before)
        || isDash(at))
  }

  private func isDash(_ offset: Int) -> Bool {
    offset - 3 >= lines[line].lowerBound && bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80
  }

  /// Where the sign that closes stands, in this line or the next.
  private mutating func closing(_ sign: UInt8, _ limit: Int) -> Int? {
    let from = at + 2
    if let known = closings[sign], known.from <= from, from <= known.at {
      return isNear(known.at, limit) ? known.at : nil
    }
    // The next one, however far: so nothing is looked at twice.
    var offset = from
    for index in lines.indices[line...] {
      offset = max(offset, lines[index].lowerBound)
      while offset < lines[index].upperBound {
        if bytes[offset] == sign, bytes[offset - 1] > 0x20, mayClose(offset, lines[index].upperBound) {
          closings[sign] = (from, offset)
          return isNear(offset, limit) ? offset : nil
        }
        offset += 1
      }
    }
    closings[sign] = (from, Int.max)
    return nil
  }

  private func isNear(_ offset: Int, _ limit: Int) -> Bool {
    offset < limit && offset < lines[min(line + 1, lines.count - 1)].upperBound
  }

  private func mayClose(_ offset: Int, _ end: Int) -> Bool {
    guard offset + 1 < end else { return true }
    let behind = bytes[offset + 1]
    if behind >= 0x80 { return Bytes.punctuationLength(at: offset + 1, in: bytes) > 0 }
    return behind <= 0x20 || "-.,:!?;'\")}[]\\/*+_=~".utf8.contains(behind)
  }

  private mutating func emphasis() -> Bool {
    let sign = bytes[at]
    guard mayOpen(), let end = closing(sign, closers.last?.at ?? Int.max) else { return false }
    closers.append((end, 1))
    take(.open(isVital: false), at..<(at + 1))
    return true
  }

  /// A link that goes on longer is none: it keeps the time linear.
  private static let longest = 1000

  private mutating func code() -> Bool {
    guard mayOpen(), let end = closing(bytes[at], closers.last?.at ?? Int.max) else { return false }
    // Over a line end it stays text: the line end must be one for the wrapping.
    guard end < lines[line].upperBound else { return false }
    take(.opaque(bytes.text((at + 1)..<end)), at..<(end + 1))
    return true
  }

  private mutating func bracket() -> Bool {
    if byte(at + 1) == 0x5B { return link() }
    let limit = min(lines[line].upperBound, at + 400)
    guard let end = bytes[at..<limit].firstIndex(of: 0x5D) else { return false }
    let inside = bytes[(at + 1)..<end]
    let isNote = inside.starts(with: "fn:".utf8) || inside.starts(with: "cite".utf8)
    // `[2/3]` and `[50%]` count the tasks below.
    let isCookie =
      inside.count > 1 && (inside.contains(0x2F) || inside.last == 0x25)
      && inside.allSatisfy { Bytes.isDigit($0) || $0 == 0x2F || $0 == 0x25 }
    guard isNote || isCookie else { return false }
    take(.hidden, at..<(end + 1))
    return true
  }

  /// `[[address][text]]` or `[[address]]`.
  private mutating func link() -> Bool {
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + OrgScanner.longest)
    guard let end = bytes[(at + 2)..<max(limit, at + 2)].firstIndex(of: 0x5D) else { return false }
    if byte(end + 1) == 0x5D {
      let inside = (at + 2)..<end
      let isImage = [".png", ".jpg", ".svg", ".jpeg", ".gif"].contains { bytes.lowered(inside).hasSuffix($0) }
      take(isImage ? .hidden : .opaque(bytes.text(inside)), at..<(end + 2))
      return true
    }
    guard byte(end + 1) == 0x5B, let close = textEnd(from: end + 2) else { return false }
    take(.open(isVital: true), at..<(end + 2))
    closers.append((close, 2))
    return true
  }

  /// Where `]]` stands, in this line or the next.
  private mutating func textEnd(from start: Int) -> Int? {
    let end = finder.next("]]", in: bytes, min(start, paragraphEnd)..<paragraphEnd)
    return end + 1 < paragraphEnd && isNear(end + 1, closers.last?.at ?? Int.max) ? end : nil
  }

  private var paragraphEnd: Int { lines[lines.count - 1].upperBound }

  private mutating func angle() -> Bool {
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + 400)
    guard let end = bytes[at..<max(limit, at)].firstIndex(of: 0x3E), end > at + 1 else { return false }
    let inside = (at + 1)..<end
    if bytes[inside.lowerBound] == 0x3C, byte(end + 1) == 0x3E {
      take(.hidden, at..<(end + 2))
      return true
    }
    let isDate = Bytes.isDigit(bytes[inside.lowerBound]) && bytes[inside].contains(0x2D)
    let isAddress = bytes[inside].contains(0x3A) && !bytes[inside].contains(0x20)
    guard isDate || isAddress else { return false }
    take(.opaque(bytes.text(inside)), at..<(end + 1))
    return true
  }

  /// `\alpha`, `\nbsp{}`, `\(x\)`, and `\\` at the end of a line.
  private mutating func backslash() -> Bool {
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max)
    if byte(at + 1) == 0x5C {
      guard at + 2 >= lines[line].upperBound else { return false }
      guard line + 1 < lines.count else {
        take(.hidden, at..<(at + 2))
        return true
      }
      take(.opaque(" "), at..<lines[line + 1].lowerBound)
      line += 1
      return true
    }
    if byte(at + 1) == 0x28, case let end = finder.next("\\)", in: bytes, at..<paragraphEnd), end + 1 < limit
    {
      take(.opaque(bytes.text(at..<(end + 2))), at..<(end + 2))
      return true
    }
    var end = at + 1
    while end < limit, Bytes.isLower(bytes[end]) || Bytes.isUpper(bytes[end]) { end += 1 }
    if isIcon(at..<end) {
      if end + 1 < limit, bytes[end] == 0x7B, bytes[end + 1] == 0x7D { end += 2 }
      take(.hidden, at..<end)
      return true
    }
    guard end > at + 1, let sign = OrgMarkup.sign(bytes.text((at + 1)..<end)) else { return false }
    if end + 1 < limit, bytes[end] == 0x7B, bytes[end + 1] == 0x7D { end += 2 }
    take(.atom(sign), at..<end)
    return true
  }

  /// `\faGithub`: an icon of Font Awesome.
  private func isIcon(_ name: Range<Int>) -> Bool {
    name.count > 3 && bytes[name.lowerBound + 1] == 0x66 && bytes[name.lowerBound + 2] == 0x61
      && Bytes.isUpper(bytes[name.lowerBound + 3])
  }

  private mutating func formula() -> Bool {
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + 200)
    var end = at + 1
    while end < limit, bytes[end] != 0x24 { end += 1 }
    guard end < limit, end > at + 1, bytes[at + 1] > 0x20, bytes[end - 1] > 0x20,
      bytes[at + 1] == 0x5C || !Bytes.isDigit(byte(end + 1)),
      bytes[(at + 1)..<end].contains(where: { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F })
    else { return false }
    let inside = bytes.text((at + 1)..<end)
    if inside.first == "\\", let sign = MathSigns.sign(String(inside.dropFirst())) {
      take(.atom(sign), at..<(end + 1))
    } else {
      take(.opaque(bytes.text(at..<(end + 1))), at..<(end + 1))
    }
    return true
  }

  /// `@@html:…@@` shows in one format only.
  private mutating func snippet() -> Bool {
    guard byte(at + 1) == 0x40 else { return false }
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + 400)
    guard let end = Bytes.find("@@", in: bytes, min(at + 2, limit)..<limit) else { return false }
    take(.hidden, at..<(end + 2))
    return true
  }

  private mutating func macro() -> Bool {
    guard byte(at + 1) == 0x7B, byte(at + 2) == 0x7B else { return false }
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + 400)
    guard let end = Bytes.find("}}}", in: bytes, min(at + 3, limit)..<limit) else { return false }
    take(.opaque(bytes.text(at..<(end + 3))), at..<(end + 3))
    return true
  }

  /// `11^{th}`.
  private mutating func script() -> Bool {
    guard byte(at + 1) == 0x7B else { return false }
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max, at + 20)
    guard let end = bytes[at..<max(at, limit)].firstIndex(of: 0x7D), end > at + 2 else { return false }
    take(.open(isVital: false), at..<(at + 2))
    take(.text, at..<end)
    take(.close, end..<(end + 1))
    return true
  }

  private mutating func address() -> Bool {
    let limit = min(lines[line].upperBound, closers.last?.at ?? Int.max)
    guard let end = BareAddress.end(at: at, in: bytes, lines[line].lowerBound..<limit) else { return false }
    take(.opaque(bytes.text(at..<end)), at..<end)
    return true
  }
}
