internal import HoneCore

extension TypstWalker {
  // MARK: - What a # begins

  /// Reads what a `#` in markup begins.
  mutating func hash(_ range: Range<Int>, _ scope: Scope) {
    let first = range.lowerBound + 1
    guard TypstSyntax.beginsName(syntax.byte(first)) else { return code(first..<range.upperBound, scope) }
    let end = min(syntax.nameEnd(first), range.upperBound)
    let rest = end..<range.upperBound
    switch syntax.bytes.text(first..<end) {
    case "let": definition(rest)
    case "include": include(rest)
    case "set", "import": break
    case "if": code(withoutDeadBranch(rest), scope)
    case "show", "for", "while", "context", "return": code(rest, scope)
    default: code(first..<range.upperBound, scope)
    }
  }

  /// Remembers a file whose text belongs here.
  private mutating func include(_ range: Range<Int>) {
    let start = syntax.skipSpaces(range.lowerBound, upTo: range.upperBound)
    guard start < range.upperBound, case .string(let inside) = TypstValue(syntax, start..<range.upperBound)
    else { return }
    includes.append(TypstShown.string(syntax.bytes, inside))
  }

  /// `#let name = …` is read for what it holds; `#let name(body) = …` is a pattern of bullets, and none itself.
  private mutating func definition(_ range: Range<Int>) {
    let start = syntax.skipSpaces(range.lowerBound, upTo: range.upperBound)
    let end = min(syntax.nameEnd(start), range.upperBound)
    guard end > start else { return }
    let name = syntax.bytes.text(start..<end)
    var at = end
    if syntax.byte(end) == 0x28, let close = syntax.end(end) {
      let parameters = TypstCall.arguments(syntax, end..<close)
      if !parameters.isEmpty { return learn(name, parameters, close..<max(close, range.upperBound)) }
      at = close
    }
    at = syntax.skipSpaces(at, upTo: range.upperBound)
    guard syntax.byte(at) == 0x3D else { return }
    at = syntax.skipSpaces(at + 1, upTo: range.upperBound)
    var upper = range.upperBound
    while upper > at, TypstSyntax.isSpace(syntax.byte(upper - 1)) || syntax.byte(upper - 1) == 0x3B {
      upper -= 1
    }
    guard at < upper else { return }
    let before = sections
    value(at..<upper, scope(Scope(), under: name))
    sections = before
  }

  /// Learns a function whose body makes a list item of an argument.
  private mutating func learn(_ name: String, _ parameters: [TypstCall.Argument], _ body: Range<Int>) {
    for (index, parameter) in parameters.prefix(8).enumerated() where parameter.name == nil {
      let argument = Array(syntax.bytes[parameter.value])
      for sign in ["- #", "list.item(", "list.item[#", "list("] {
        guard let end = syntax.bytes.end(of: Array(sign.utf8) + argument, in: body),
          !TypstSyntax.isName(syntax.byte(end))
        else { continue }
        learned[name] = index
        return
      }
    }
  }

  /// `#if false [ … ]` holds nothing that is shown.
  private func withoutDeadBranch(_ range: Range<Int>) -> Range<Int> {
    let start = syntax.skipSpaces(range.lowerBound, upTo: range.upperBound)
    guard syntax.bytes[start..<range.upperBound].starts(with: "false".utf8) else { return range }
    let block = syntax.skipSpaces(min(start + 5, range.upperBound), upTo: range.upperBound)
    return min(syntax.end(block) ?? range.upperBound, range.upperBound)..<range.upperBound
  }

  // MARK: - Code

  /// Reads code for the calls, the content and the lists in it.
  mutating func code(_ range: Range<Int>, _ scope: Scope) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = syntax.byte(at)
      if TypstSyntax.beginsName(byte) {
        at = name(at, scope)
      } else if Bytes.isDigit(byte) {
        at = max(syntax.nameEnd(at), at + 1)
      } else if byte == 0x3D, syntax.byte(at + 1) == 0x3E {
        at = skipFunction(at + 2, upTo: range.upperBound)
      } else if let close = syntax.end(at) {
        let end = min(close, range.upperBound)
        if byte == 0x5B || byte == 0x28 { value(at..<end, scope) }
        if byte == 0x7B { code((at + 1)..<max(at + 1, end - 1), scope) }
        at = end
      } else {
        at += 1
      }
    }
  }

  private mutating func name(_ start: Int, _ scope: Scope) -> Int {
    let end = syntax.nameEnd(start)
    guard end > start else { return start + 1 }
    switch syntax.bytes.text(start..<end) {
    case "let": return functionEnd(end) ?? end
    case "if", "else", "for", "in", "while", "show", "return", "and", "or", "not", "context", "as": return end
    default: break
    }
    let call = TypstCall(syntax, at: start)
    self.call(call, scope)
    return max(call.end, end)
  }

  /// Where `let name(parameters) = …` within code ends, whose name begins behind an offset; `nil` for anything else.
  private func functionEnd(_ offset: Int) -> Int? {
    let start = syntax.skipSpaces(offset)
    let end = syntax.nameEnd(start)
    guard end > start, syntax.byte(end) == 0x28, let close = syntax.end(end), close > end + 2 else {
      return nil
    }
    let sign = syntax.skipSpaces(close)
    guard syntax.byte(sign) == 0x3D else { return nil }
    return skipFunction(sign + 1, upTo: syntax.range.upperBound)
  }

  /// The body of a function without a name is a pattern: it is passed over.
  private func skipFunction(_ start: Int, upTo end: Int) -> Int {
    let at = syntax.skipSpaces(start, upTo: end)
    guard at < end else { return end }
    if let close = syntax.end(at) { return close }
    return TypstSyntax.beginsName(syntax.byte(at)) ? max(TypstCall(syntax, at: at).end, at + 1) : at
  }
}

extension [UInt8] {
  /// Where the first of these bytes in a range ends, or `nil`.
  fileprivate func end(of bytes: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = bytes.first, range.count >= bytes.count else { return nil }
    return (range.lowerBound...(range.upperBound - bytes.count)).first {
      self[$0] == first && self[$0..<($0 + bytes.count)].elementsEqual(bytes)
    }.map { $0 + bytes.count }
  }
}
