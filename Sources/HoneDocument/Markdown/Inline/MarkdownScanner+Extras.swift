internal import HoneCore

// What CommonMark does not know and résumés hold all the same.
extension MarkdownScanner {
  /// A bare address: `https://…` or `www.…`.
  mutating func address() -> Bool {
    guard let upper = BareAddress.end(at: at, in: bytes, lines[line]) else { return false }
    take(.opaque(bytes.text(at..<upper)), at..<upper)
    return true
  }

  /// `:rocket:`, where it stands alone.
  mutating func shortcode() -> Bool {
    let limit = min(lines[line].upperBound, at + 40)
    guard at == lines[line].lowerBound || bytes[at - 1] == 0x20 || bytes[at - 1] == 0x5B else { return false }
    var upper = at + 1
    while upper < limit,
      Bytes.isLower(bytes[upper]) || Bytes.isDigit(bytes[upper]) || bytes[upper] == 0x5F
        || bytes[upper] == 0x2B || bytes[upper] == 0x2D
    {
      upper += 1
    }
    guard upper > at + 2, upper < limit, bytes[upper] == 0x3A else { return false }
    guard upper + 1 >= lines[line].upperBound || bytes[upper + 1] == 0x20 || bytes[upper + 1] == 0x5D else {
      return false
    }
    take(.hidden, at..<(upper + 1))
    return true
  }

  /// What braces hold: attributes, tags of Liquid or Hugo.
  mutating func braces() -> Bool {
    if let upper = attributes(at: at) {
      take(.hidden, at..<upper)
      return true
    }
    let limit = min(lines[line].upperBound, at + 400)
    guard byte(at + 1) == 0x7B || byte(at + 1) == 0x25 else { return false }
    let isValue = byte(at + 1) == 0x7B && byte(at + 2) != 0x3C && byte(at + 2) != 0x25
    let closing: UInt8 = byte(at + 1) == 0x25 ? 0x25 : 0x7D
    var upper = at + 2
    while upper + 1 < limit, !(bytes[upper] == closing && bytes[upper + 1] == 0x7D) { upper += 1 }
    guard upper + 1 < limit else { return false }
    // A value that is filled in shows; a tag does not.
    take(isValue ? .opaque(bytes.text(at..<(upper + 2))) : .hidden, at..<(upper + 2))
    return true
  }

  /// The end of `{.class #id key="value"}` or kramdown's `{: .class}`.
  func attributes(at start: Int) -> Int? {
    guard byte(start) == 0x7B else { return nil }
    let limit = min(end, start + 200)
    var at = start + 1
    if byte(at) == 0x3A { at += 1 }
    let hasColon = at > start + 1
    var found = 0
    while at < limit {
      while at < limit, bytes[at] == 0x20 { at += 1 }
      if at < limit, bytes[at] == 0x7D { return found > 0 ? at + 1 : nil }
      guard let next = attribute(at, limit, hasColon) else { return nil }
      at = next
      found += 1
    }
    return nil
  }

  private func attribute(_ start: Int, _ limit: Int, _ hasColon: Bool) -> Int? {
    var at = start
    let isMarked = byte(at) == 0x2E || byte(at) == 0x23
    if isMarked { at += 1 }
    let from = at
    while at < limit, Bytes.isWord(bytes[at]) || bytes[at] == 0x2D || bytes[at] == 0x3A { at += 1 }
    guard at > from else { return nil }
    if isMarked { return at }
    guard at < limit, bytes[at] == 0x3D else { return hasColon ? at : nil }
    at += 1
    let quote = byte(at)
    if quote == 0x22 || quote == 0x27 {
      at += 1
      while at < limit, bytes[at] != quote { at += 1 }
      return at < limit ? at + 1 : nil
    }
    while at < limit, bytes[at] > 0x20, bytes[at] != 0x7D { at += 1 }
    return at
  }

  /// `11^th^`, as Pandoc has it.
  mutating func superscript() -> Bool {
    let limit = min(lines[line].upperBound, at + 12)
    var upper = at + 1
    while upper < limit, Bytes.isWord(bytes[upper]) || bytes[upper] == 0x2B || bytes[upper] == 0x2D {
      upper += 1
    }
    guard upper > at + 1, upper < limit, bytes[upper] == 0x5E else { return false }
    take(.open(isVital: false), at..<(at + 1))
    take(.text, at..<upper)
    take(.close, upper..<(upper + 1))
    return true
  }

  /// `$\sim$`, `$O(n)$`: a formula, and never the sign of a currency.
  mutating func formula() -> Bool {
    let length = byte(at + 1) == 0x24 ? 2 : 1
    let start = at + length
    let limit = min(lines[line].upperBound, start + 200)
    var upper = start
    while upper < limit, bytes[upper] != 0x24 || bytes[upper - 1] == 0x5C { upper += 1 }
    guard upper < limit, upper > start, upper + length <= lines[line].upperBound else { return false }
    if length == 2, bytes[upper + 1] != 0x24 { return false }
    if length == 1, !isFormula(start..<upper) { return false }
    let range = at..<(upper + length)
    let content = bytes.text(start..<upper)
    let isSymbol = content.first == "\\" && content.dropFirst().allSatisfy { $0.isASCII && $0.isLetter }
    if isSymbol, let sign = MathSigns.sign(String(content.dropFirst())) {
      take(.atom(sign), range)
    } else {
      take(.opaque(bytes.text(range)), range)
    }
    return true
  }

  private func isFormula(_ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    guard first > 0x20, last > 0x20, !Bytes.isDigit(byte(range.upperBound + 1)) || first == 0x5C else {
      return false
    }
    if bytes[range].contains(where: { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F }) { return true }
    // Without any sign of mathematics it must be short, and no price.
    let isGlued = at > lines[line].lowerBound && Bytes.isWord(bytes[at - 1])
    return range.count <= 8 && !Bytes.isDigit(first) && !isGlued && !bytes[range].contains(0x20)
  }
}

/// The signs that formulas of one word stand for.
enum MathSigns {
  private static let signs: [String: String] = [
    "sim": "~", "approx": "≈", "times": "×", "cdot": "·", "pm": "±", "to": "→", "rightarrow": "→",
    "Rightarrow": "⇒", "leftarrow": "←", "leftrightarrow": "↔", "uparrow": "↑", "downarrow": "↓",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "ll": "≪", "gg": "≫", "neq": "≠", "infty": "∞",
    "degree": "°",
    "circ": "°", "bullet": "•", "star": "★", "ldots": "…", "dots": "…", "alpha": "α", "beta": "β",
    "gamma": "γ",
    "delta": "δ", "Delta": "Δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ",
    "Sigma": "Σ", "tau": "τ", "theta": "θ", "omega": "ω", "Omega": "Ω", "phi": "φ", "chi": "χ", "rho": "ρ",
    "eta": "η",
  ]

  /// The sign of a name, or `nil`.
  static func sign(_ name: String) -> String? { signs[name] }
}
