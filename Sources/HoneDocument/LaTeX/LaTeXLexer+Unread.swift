internal import HoneCore

/// What TeX does not read as text: the source that an environment prints, and dead branches.
extension LaTeXLexer {
  private static let verbatimEnvironments = [
    "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "filecontents", "filecontents*",
  ]

  /// Behind `\begin`: the inside of an environment whose source is no LaTeX.
  mutating func verbatim() {
    guard byte(at) == 0x7B else { return }
    var close = at + 1
    while close < min(end, at + 16), bytes[close] != 0x7D { close += 1 }
    let name = bytes.text((at + 1)..<close)
    guard LaTeXLexer.verbatimEnvironments.contains(name), !missing.contains(name) else { return }
    guard let over = find(Array("\\end{\(name)}".utf8), from: close) else {
      missing.insert(name)
      return
    }
    result.removeLast()
    at -= "\\begin".utf8.count
    add(name == "comment" ? .comment : .verbatim, over)
  }

  func find(_ sign: [UInt8], from start: Int) -> Int? {
    var from = start
    while from + sign.count <= end {
      if bytes[from] == sign[0], bytes[from..<(from + sign.count)].elementsEqual(sign) {
        return from + sign.count
      }
      from += 1
    }
    return nil
  }

  private static let conditionals: Set<String> = [
    "if", "ifcat", "ifnum", "ifdim", "ifodd", "ifvmode", "ifhmode", "ifmmode", "ifinner", "ifvoid", "ifhbox",
    "ifvbox", "ifx", "ifeof", "iftrue", "iffalse", "ifcase", "ifdefined", "ifcsname",
  ]

  /// Where the dead branch behind `\iffalse` ends: behind its `\fi`, or behind its `\else`, whose branch lives.
  mutating func endOfFalse(from start: Int) -> Int? {
    if missing.contains("fi") { return nil }
    var depth = 1
    var from = start
    while from < end {
      if bytes[from] == 0x25 {
        while let byte = byte(from), byte != 0x0A { from += 1 }
        continue
      }
      guard bytes[from] == 0x5C else {
        from += 1
        continue
      }
      var to = from + 1
      while let byte = byte(to), Bytes.isLetter(byte) { to += 1 }
      let name = bytes.text((from + 1)..<to)
      if LaTeXLexer.conditionals.contains(name) { depth += 1 }
      if name == "fi" || (name == "else" && depth == 1) {
        depth -= 1
        if depth == 0 { return to }
      }
      from = max(to, from + 2)
    }
    missing.insert("fi")
    return nil
  }
}
