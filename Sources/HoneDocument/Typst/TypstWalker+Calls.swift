extension TypstWalker {
  /// Reads a call for the bullets in its arguments and for what it says of sections.
  mutating func call(_ call: TypstCall, _ scope: Scope) {
    guard !call.arguments.isEmpty else { return }
    let name = TypstName(call.name)
    let method = name.words.last ?? ""
    if ["list", "enum"].contains(method) { return elements(call.arguments, scope) }
    if let index = learned[call.name] { return learnedItem(index, call, scope) }
    if grammar.items.contains(name.plain), oneItem(call, scope) { return }
    if grammar.hidden.contains(name.plain) { return }
    var inner = Scope(section: scope.section)
    let before = sections
    let heading = heading(call, name)
    if let heading {
      // A part of a section that says nothing of itself belongs to it.
      sections.enter(heading.text, level: name.words.contains("sub") || name.plain.hasPrefix("sub") ? 2 : 1)
    } else if let kind = grammar.kind(of: name), inner.section?.kind.isLive ?? true {
      inner.section = Section(heading: sections.current?.heading ?? call.name, kind: kind)
    }
    let isEntry = grammar.prose.contains(name.plain) || name.words.contains(where: grammar.entries.contains)
    var holdsMore = false
    for argument in call.arguments where argument.value != heading?.value {
      if let key = argument.name {
        self.argument(key, argument.value, inner)
      } else {
        inner.role = isEntry ? .prose : .none
        holdsMore =
          positional(argument, inner, isEntry: isEntry, isBullets: grammar.holdsBullets(name)) || holdsMore
      }
    }
    // A section that holds its entries ends with them; one that is only named goes on.
    if heading != nil, holdsMore || call.arguments.contains(where: { $0.name == "content" }) {
      sections = before
    }
  }

  private mutating func argument(_ key: String, _ value: Range<Int>, _ scope: Scope) {
    var inner = self.scope(scope, under: key)
    // A text of one argument may be a name; prose is what reads like it.
    if inner.role == .bullet {
      switch TypstValue(syntax, value) {
      case .content, .string: inner.role = .prose
      case .list, .code: break
      }
      if !grammar.prose.contains(TypstName(key).plain), case .string = TypstValue(syntax, value) {
        inner.role = .none
      }
    }
    self.value(value, inner)
  }

  private mutating func positional(
    _ argument: TypstCall.Argument, _ scope: Scope, isEntry: Bool, isBullets: Bool
  ) -> Bool {
    var scope = scope
    switch TypstValue(syntax, argument.value) {
    case .content(let inside):
      markup(inside, scope)
      return !inside.isEmpty
    case .string(let inside):
      // Names, places and dates stand so as well; only what is closed like a sentence is prose.
      if isEntry, syntax.byte(inside.upperBound - 1) == 0x2E { string(inside, scope) }
      return false
    case .list:
      scope.role = isBullets ? .bullet : .list
      value(argument.value, scope)
      return true
    case .code:
      value(argument.value, scope)
      return false
    }
  }

  /// Each argument of a list is a bullet.
  private mutating func elements(_ arguments: [TypstCall.Argument], _ scope: Scope) {
    var inner = scope
    inner.role = .bullet
    for argument in arguments where argument.name == nil { value(argument.value, inner) }
  }

  private mutating func learnedItem(_ index: Int, _ call: TypstCall, _ scope: Scope) {
    let places = call.arguments.filter { $0.name == nil }
    if index < places.count { elements([places[index]], scope) }
  }

  /// A call that is a bullet: one text, and no list in it.
  private mutating func oneItem(_ call: TypstCall, _ scope: Scope) -> Bool {
    let places = call.arguments.filter { $0.name == nil }
    guard places.count == 1 else { return false }
    switch TypstValue(syntax, places[0].value) {
    case .content, .string:
      elements(places, scope)
      return true
    default: return false
    }
  }

  /// The heading that a call sets, and the argument that it stands in.
  private func heading(_ call: TypstCall, _ name: TypstName) -> (text: String, value: Range<Int>)? {
    let isSection =
      grammar.sections.contains(name.plain) || name.words.contains { grammar.sections.contains($0) }
    guard isSection || name.words.contains(where: grammar.titles.contains) else { return nil }
    var first: (text: String, value: Range<Int>)?
    for argument in call.arguments {
      if let key = argument.name, !["title", "name", "heading", "body"].contains(key) { continue }
      let text: String
      switch TypstValue(syntax, argument.value) {
      case .string(let inside): text = TypstShown.string(syntax.bytes, inside).trimmed
      case .content(let inside) where inside.count < 200: text = plainText(inside)
      default: continue
      }
      // An icon may stand before the words.
      if words.kind(of: text) != nil { return (text, argument.value) }
      if first == nil, text.contains(where: \.isLetter) { first = (text, argument.value) }
    }
    return isSection ? first : nil
  }
}
