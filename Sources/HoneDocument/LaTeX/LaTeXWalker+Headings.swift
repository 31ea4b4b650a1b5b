internal import HoneCore

extension LaTeXWalker {
  mutating func heading(_ index: Int, _ level: Int, _ signature: LaTeXSignature) -> Int {
    flush()
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.arguments.count)
    let wanted = signature.arguments.firstIndex(of: .text) ?? 0
    guard wanted < arguments.groups.count else { return arguments.end }
    let group = arguments.groups[wanted]
    // Some classes take an icon first: `\cvsection{\faSuitcase}{Experience}`.
    let close = tokens[group].match
    if sectionWords.kind(of: plain(group)) == nil, close + 1 < tokens.count, tokens[close + 1].kind == .open,
      tokens[close + 1].match > close, sectionWords.kind(of: plain(close + 1)) != nil
    {
      return enterHeading(close + 1, level: level)
    }
    return max(enterHeading(group, level: level), arguments.end)
  }

  mutating func enterHeading(_ group: Int, level: Int) -> Int {
    let text = plain(group)
    if !text.isEmpty {
      sections.enter(isInside(text, level) ? "" : text, level: level)
      hasHeadings = true
    }
    return tokens[group].match + 1
  }

  /// Whether a heading below the first level says nothing of its own: “Software” below “Experience” is a department.
  func isInside(_ heading: String, _ level: Int) -> Bool {
    guard level > 1, sections.current?.kind.isLive ?? false else { return false }
    switch sectionWords.kind(of: heading) {
    case .skills, .other, .contact: return true
    default: return false
    }
  }

  /// Whether a line is a heading by its words: “Work Experience”, but not “Software Engineer”.
  func isHeading(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count <= 5 && !words.contains { vocabulary.titles.contains($0) }
      && sectionWords.kind(of: text) != nil
  }

  /// A heading by its words, where a macro is unknown that has one argument.
  mutating func guessedHeading(_ arguments: LaTeXArguments) -> Int? {
    for group in arguments.groups.prefix(2) where isHeading(plain(group)) {
      _ = enterHeading(group, level: 1)
      return arguments.end
    }
    return nil
  }

  /// What a group shows; nothing where it is too long to be a heading.
  func plain(_ group: Int) -> String {
    let close = tokens[group].match
    guard close > group + 1, close - group < 64 else { return "" }
    let text = LaTeXInline.plain(
      layer, tokens.bytes(of: (group + 1)..<close), vocabulary, isHeading: true)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
