internal import HoneCore

extension TypstWalker {
  /// Reads a value: content, a string, a list, or something that is computed.
  mutating func value(_ range: Range<Int>, _ scope: Scope) {
    switch TypstValue(syntax, range) {
    case .content(let inside): markup(inside, scope)
    case .string(let inside): if scope.role == .bullet || scope.role == .prose { string(inside, scope) }
    case .list(let list): self.list(list, scope)
    case .code(let code):
      // Words that are joined are no bullets.
      var scope = scope
      if syntax.byte(range.lowerBound) == 0x28, let end = syntax.end(range.lowerBound),
        end <= range.upperBound,
        syntax.bytes[end..<range.upperBound].starts(with: ".join".utf8)
      {
        scope.role = .none
      }
      self.code(code, scope)
    }
  }

  /// Reads a list or a dictionary.
  mutating func list(_ range: Range<Int>, _ scope: Scope) {
    let elements = TypstCall.arguments(syntax, range)
    let places = elements.filter { $0.name == nil }
    var inner = scope
    inner.role = scope.role != .none && holdsBullets(places, scope) ? .bullet : .none
    for element in elements {
      if let name = element.name {
        value(element.value, self.scope(Scope(section: scope.section), under: name))
      } else {
        value(element.value, inner)
      }
    }
  }

  /// Whether what a list holds are bullets and not names or words.
  func holdsBullets(_ elements: [TypstCall.Argument], _ scope: Scope) -> Bool {
    var long = 0
    var words = 0
    var count = 0
    for element in elements {
      let inside: Range<Int>
      switch TypstValue(syntax, element.value) {
      case .content(let range), .string(let range): inside = range
      case .list: return false
      case .code: continue
      }
      // Scripts without spaces have words all the same.
      let found =
        syntax.bytes[inside].split { TypstSyntax.isSpace($0) }.count
        + syntax.bytes[inside].count { $0 >= 0xE3 && $0 < 0xEE } / 3
      if found == 0 { continue }
      count += 1
      words += found
      if found >= 3 { long += 1 }
    }
    return scope.role == .list
      ? words >= 5 * count && long == count && count > 0 : count > 0 && long * 2 >= count
  }

  // MARK: - Names

  /// What a key or the name of an argument says of its value.
  func scope(_ scope: Scope, under name: String) -> Scope {
    var result = Scope(section: scope.section)
    let key = TypstName(name)
    let isSummary = words.kind(of: key.words.last ?? "") == .summary
    if grammar.holdsBullets(key) {
      result.role = .bullet
    } else if isSummary || grammar.prose.contains(key.plain) {
      result.role = .prose
      if isSummary, scope.section ?? sections.current == nil {
        result.section = Section(heading: name, kind: .summary)
      }
    } else if let kind = grammar.kind(of: key) ?? words.kind(of: key.words.joined(separator: " ")) {
      result.section = Section(heading: name, kind: kind)
    }
    return result
  }
}
