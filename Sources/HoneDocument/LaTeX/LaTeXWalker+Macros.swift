internal import HoneCore

extension LaTeXWalker {
  mutating func symbol(_ index: Int) -> Int {
    let name = tokens.text(tokens[index].range)
    if name == "\\\\" { return line(index) }
    if name == "\\(" || name == "\\[" { return math(index) }
    // A space before the first word, as behind `\textbullet\ `.
    if name == "\\ " || name == "\\," || name == "\\-" || name == "\\/", run?.isEmpty ?? true {
      return index + 1
    }
    take(index, index + 1)
    return index + 1
  }

  mutating func line(_ index: Int) -> Int {
    let end = behindLine(index)
    if isInList { run?.takeLine(index, end) } else { flush() }
    return end
  }

  /// Behind `\\*[2pt]` or `\newline{}`.
  func behindLine(_ index: Int) -> Int {
    var end = index + 1
    if end < tokens.count, tokens.text(tokens[end].range) == "*" { end += 1 }
    if end < tokens.count, tokens[end].kind == .bracketOpen, tokens[end].match > end {
      end = tokens[end].match + 1
    }
    if end < tokens.count, tokens[end].kind == .open, tokens[end].match == end + 1 { end += 2 }
    return end
  }

  mutating func word(_ index: Int) -> Int {
    let name = tokens.name(index)
    if name == "begin" { return begin(index) }
    if name == "end" { return endOfEnvironment(index) }
    if vocabulary.letters.contains(name) { isInLetter = true }
    if isAtStart, vocabulary.bulletMacros.contains(name) {
      flush()
      run = LaTeXRun(.signed)
      return behindSign(index)
    }
    switch vocabulary[name] {
    case .item: return item(index)
    case .heading(let level, let signature): return heading(index, level, signature)
    case .block(let signature): return block(index, name, signature)
    case .paragraph:
      flush(beforeList: LaTeXWalker.opensList(name))
      return index + 1
    case .line: return line(index)
    case .fill:
      if isInList { run?.takeFill(index) } else { flush(beforeFill: true) }
      return LaTeXArguments(of: index, in: tokens, limit: 1, isTight: true).end
    case .silent: return index + 1
    case .symbol:
      if run == nil, LaTeXWalker.isBlank(vocabulary[name]) { return index + 1 }
      take(index, behindLine(index))
      return behindLine(index)
    case .inline(let signature): return inline(index, signature)
    case nil: return unknown(index, name)
    }
  }

  static let inputs: Set<String> = ["input", "include", "subfile", "makerubric"]

  /// Behind `\textbullet{}` or `\ding{51}`.
  func behindSign(_ index: Int) -> Int {
    let next = index + 1
    guard next < tokens.count, tokens[next].kind == .open, tokens[next].match > next,
      tokens[next].match <= next + 2
    else { return index + 1 }
    return tokens[next].match + 1
  }

  static func opensList(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("list") || name.contains("start") || name.contains("begin")
  }

  static func isBlank(_ macro: LaTeXMacro?) -> Bool { macro == .symbol(" ") }

  mutating func inline(_ index: Int, _ signature: LaTeXSignature) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.limit)
    if arguments.groups.contains(where: { structure.isBroken($0, tokens[$0].match) }) {
      // What prints nothing is passed over; the rest is walked through.
      if run.map({ !$0.isEmpty }) ?? false { flush() }
      for (role, group) in zip(signature.arguments, arguments.groups) where role == .nothing {
        roles[group] = .nothing
      }
      return index + 1
    }
    if arguments.groups.contains(where: { isFill($0) }) {
      if isInList { run?.takeFill(index) } else { flush(beforeFill: true) }
      return arguments.end
    }
    let isSilent = !signature.arguments.contains { $0 == .text || $0 == .opaque }
    if !isSilent { take(index, arguments.end) }
    return arguments.end
  }

  mutating func block(_ index: Int, _ name: String, _ signature: LaTeXSignature) -> Int {
    flush()
    if LaTeXWalker.inputs.contains(name) { addInput(index) }
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.limit)
    let found = signature.roles(arguments.groups.count)
    if found == [.perhaps], let end = guessedHeading(arguments) { return end }
    for (role, group) in zip(found, arguments.groups) { roles[group] = role }
    return walkIn(index, arguments)
  }

  /// Where to go on before the arguments of a macro: behind its options.
  func walkIn(_ index: Int, _ arguments: LaTeXArguments) -> Int {
    guard let option = arguments.options.first, arguments.groups.first.map({ option < $0 }) ?? true else {
      return index + 1
    }
    return tokens[option].match + 1
  }

  /// Whether a group is the length that takes all there is: `\hspace*{\fill}`.
  private func isFill(_ group: Int) -> Bool {
    tokens[group].match == group + 2 && tokens[group + 1].kind == .word
      && ["fill", "stretch"].contains(tokens.name(group + 1))
  }
}
