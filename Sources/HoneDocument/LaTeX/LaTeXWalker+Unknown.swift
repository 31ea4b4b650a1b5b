internal import HoneCore

/// Macros that nobody knows, and which hold whatever they hold.
extension LaTeXWalker {
  mutating func unknown(_ index: Int, _ name: String) -> Int {
    let tight = LaTeXArguments(of: index, in: tokens, limit: .max, isTight: true)
    if tight.groups.isEmpty, tight.options.isEmpty, isAlone(index) {
      // A line of its own: the end of a list, a rule, a space.
      flush(beforeList: LaTeXWalker.opensList(name))
      return index + 1
    }
    let isBroken = tight.groups.contains { structure.isBroken($0, tokens[$0].match) }
    if !isBroken, !isAtStart || tight.groups.isEmpty && !isFollowedByGroup(index) {
      take(index, tight.end)
      return tight.end
    }
    let arguments = LaTeXArguments(of: index, in: tokens, limit: .max)
    if !isBroken, goesOn(arguments) {
      take(index, tight.end)
      return tight.end
    }
    flush()
    if arguments.groups.count == 1 || isNamedLikeHeading(name), let end = guessedHeading(arguments) {
      return end
    }
    for group in arguments.groups { roles[group] = .perhaps }
    return walkIn(index, arguments)
  }

  func isAlone(_ index: Int) -> Bool {
    func isEdge(_ at: Int) -> Bool {
      guard at >= 0, at < tokens.count else { return true }
      return tokens[at].kind == .newline || tokens[at].kind == .paragraph || tokens[at].kind == .comment
    }
    return isEdge(index - 1) && isEdge(index + 1) && !isFollowedByGroup(index)
  }

  func isFollowedByGroup(_ index: Int) -> Bool {
    let next = tokens.skippingSpace(index + 1)
    return next < tokens.count && tokens[next].kind == .open
  }

  /// Whether text goes on behind a macro in the same line: `\name{x} and y`.
  func goesOn(_ arguments: LaTeXArguments) -> Bool {
    guard arguments.groups.count <= 1, arguments.end < tokens.count else { return false }
    switch tokens[arguments.end].kind {
    case .text, .tie, .dash: return true
    default: return false
    }
  }

  func isNamedLikeHeading(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("section") || name.contains("heading") || name.hasSuffix("sect")
      || name.hasSuffix("title")
  }
}
