internal import HoneCore

/// Calls of Typst in a string of Markdown, as RenderCV lets through: `#link("…")[text]`, `#h(1fr)`, `#sym.arrow`.
///
/// They are never changed. Rules see what stands in their brackets.
struct TypstCalls {
  /// A call, and what it shows.
  struct Call {
    let range: Range<Int>
    let content: Range<Int>?
  }

  /// Longer calls are taken for text.
  private static let longest = 1000
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The calls in a range, in order.
  func calls(in range: Range<Int>) -> [Call] {
    var calls: [Call] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == 0x23, !Bytes.isWord(before: at, in: bytes), let call = call(at, range.upperBound) {
        calls.append(call)
        at = call.range.upperBound
      } else {
        at += 1
      }
    }
    return calls
  }

  private func call(_ start: Int, _ limit: Int) -> Call? {
    var at = start + 1
    while at < limit, Bytes.isLower(bytes[at]) || bytes[at] == 0x2E || bytes[at] == 0x2D { at += 1 }
    while at > start, bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2D { at -= 1 }
    guard at > start + 1, Bytes.isLower(bytes[start + 1]) else { return nil }
    let hasDot = bytes[start..<at].contains(0x2E)
    let name = at
    if at < limit, bytes[at] == 0x28 {
      guard let end = closing(at, limit) else { return nil }
      at = end
    }
    guard at < limit, bytes[at] == 0x5B, let end = closing(at, limit) else {
      return at > name || hasDot ? Call(range: start..<at, content: nil) : nil
    }
    return Call(range: start..<end, content: (at + 1)..<(end - 1))
  }

  /// Behind the bracket that closes the one at an offset.
  private func closing(_ start: Int, _ limit: Int) -> Int? {
    let close: UInt8 = bytes[start] == 0x28 ? 0x29 : 0x5D
    var depth = 0
    var isQuoted = false
    for at in start..<min(limit, start + TypstCalls.longest) {
      if bytes[at] == 0x22, close == 0x29 { isQuoted.toggle() }
      if isQuoted { continue }
      if bytes[at] == bytes[start] { depth += 1 }
      if bytes[at] == close {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
    }
    return nil
  }
}
