internal import HoneCore
internal import HoneGrammar
internal import PCRE2

/// Puts a rule's one line together with the fragments that it reaches, as one PCRE2 pattern.
///
/// A word list, a verb form or a kind of number is no text in the pattern: it asks the marks, which were made once for
/// the bullet. A fragment that is called once is written in place, which lets PCRE2 see what a match must begin with;
/// one that is called more often stands once in a `(?(DEFINE)…)` block and is called by name.
final class Composer {
  private let grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// The pattern of a rule, whole words only.
  func whole(_ pattern: String) -> String {
    compose("(?<!\\w)(?:\(pattern))(?!\\w)")
  }

  /// The pattern of a condition that is searched for: it begins and ends at no letter's side.
  ///
  /// Unlike a rule, a condition may begin with a comma or a bracket, which stands right behind a word.
  func loose(_ pattern: String) -> String {
    compose("(?:(?<!\\w)|(?!\\w))(?:\(pattern))(?:(?!\\w)|(?<!\\w))")
  }

  /// A pattern with the fragments that it reaches.
  func compose(_ pattern: String) -> String {
    var counts: [String: Int] = [:]
    count(pattern, &counts, isOuter: true)
    var definitions: [String] = []
    let body = expand(pattern, counts, &definitions)
    guard !definitions.isEmpty else { return body }
    return "(?(DEFINE)\(definitions.joined()))\(body)"
  }

  /// The pattern behind a name: a fragment, or whatever is marked by that name.
  func body(of name: String) -> String? {
    if let fragment = grammar.fragments[name] { return fragment.pattern }
    return grammar.parts.id(name).map(WordCall.pattern)
  }

  private func count(_ pattern: String, _ counts: inout [String: Int], isOuter: Bool) {
    for call in Calls.all(in: pattern) {
      counts[call, default: 0] += 1
      if counts[call] == 1, let body = body(of: call) { count(body, &counts, isOuter: false) }
    }
  }

  private func expand(_ pattern: String, _ counts: [String: Int], _ definitions: inout [String]) -> String {
    Calls.replace(in: pattern) { name in
      guard let body = body(of: name) else { return "(?!)" }
      if counts[name] == 1 { return "(?:" + expand(body, counts, &definitions) + ")" }
      let opening = "(?<d_\(name)>"
      if !definitions.contains(where: { $0.hasPrefix(opening) }) {
        // The place is taken before the body is expanded, so that what it calls is defined once.
        definitions.append(opening)
        let index = definitions.count - 1
        let expanded = expand(body, counts, &definitions)
        definitions[index] = opening + expanded + ")"
      }
      return "(?&d_\(name))"
    }
  }
}

/// Finds and replaces the calls `(?&name)` of a pattern.
enum Calls {
  static func all(in pattern: String) -> [String] {
    var calls: [String] = []
    _ = replace(in: pattern) { name in
      calls.append(name)
      return ""
    }
    return calls
  }

  static func replace(in pattern: String, _ replacement: (String) -> String) -> String {
    let text = Array(pattern.utf8)
    guard text.contains(0x26) else { return pattern }
    var result: [UInt8] = []
    var at = 0
    while at < text.count {
      if text[at] == 0x5C, at + 1 < text.count {
        result += text[at...(at + 1)]
        at += 2
      } else if at + 3 < text.count, text[at] == 0x28, text[at + 1] == 0x3F, text[at + 2] == 0x26,
        let end = text[at...].firstIndex(of: 0x29)
      {
        result += Array(replacement(text.text((at + 3)..<end)).utf8)
        at = end + 1
      } else {
        result.append(text[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
