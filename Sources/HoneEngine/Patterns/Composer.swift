internal import HoneCore
internal import HoneGrammar
internal import PCRE2

/// Puts a rule's one line together with the fragments that it reaches, as one PCRE2 pattern.
///
/// A word list, a verb form or a kind of number is no text in the pattern: it asks the marks, which were made once for
/// the bullet. A fragment that is called once is written in place, which lets PCRE2 see what a match must begin with;
/// one that is called more often stands once in a `(?(DEFINE)…)` block and is called by name.
final class Composer {
  /// A pattern cut at its calls: bytes that stand as they are, and the names that are called between them.
  private struct Cut {
    /// One more than the names.
    var bytes: [[UInt8]]
    var names: [String]
  }

  private let grammar: Grammar
  /// What may end right before a letter: the kinds of number, and slots. Everything else that is marked is whole words.
  private lazy var numbers = PartSet(
    grammar.quantities.compactMap { grammar.parts.id($0.part) } + [
      PartNames.number, PartNames.metric, PartNames.slot,
    ])
  /// Fragments are called by many patterns; each is cut once.
  private var fragments: [String: Cut] = [:]

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
    let cut = Composer.cut(pattern)
    if cut.names.isEmpty { return pattern }
    var counts: [String: Int] = [:]
    count(cut, &counts)
    var definitions: [(name: String, text: [UInt8])] = []
    var body: [UInt8] = []
    expand(cut, counts, &definitions, into: &body)
    guard !definitions.isEmpty else { return String(decoding: body, as: UTF8.self) }
    var whole = Array("(?(DEFINE)".utf8)
    for (name, text) in definitions {
      whole += "(?<d_\(name)>".utf8
      whole += text
      whole.append(0x29)
    }
    whole.append(0x29)
    return String(decoding: whole + body, as: UTF8.self)
  }

  /// The pattern behind a name: a fragment, or whatever is marked by that name; what nobody knows matches nothing.
  private func body(of name: String) -> Cut {
    if let known = fragments[name] { return known }
    let pattern = grammar.fragments[name]?.pattern ?? grammar.parts.id(name).map(call)
    let made = Composer.cut(pattern ?? "(?!)")
    fragments[name] = made
    return made
  }

  private func call(of part: PartID) -> String {
    WordCall.pattern(kind: part, endsWord: !numbers.contains(part))
  }

  private func count(_ cut: Cut, _ counts: inout [String: Int]) {
    for name in cut.names {
      counts[name, default: 0] += 1
      if counts[name] == 1 { count(body(of: name), &counts) }
    }
  }

  private func expand(
    _ cut: Cut, _ counts: [String: Int], _ definitions: inout [(name: String, text: [UInt8])],
    into text: inout [UInt8]
  ) {
    text += cut.bytes[0]
    for (index, name) in cut.names.enumerated() {
      if counts[name] == 1 {
        text += "(?:".utf8
        expand(body(of: name), counts, &definitions, into: &text)
        text.append(0x29)
      } else {
        if !definitions.contains(where: { $0.name == name }) {
          // The place is taken before the body is expanded, so that what it calls is defined once.
          definitions.append((name, []))
          let place = definitions.count - 1
          var inner: [UInt8] = []
          expand(body(of: name), counts, &definitions, into: &inner)
          definitions[place].text = inner
        }
        text += "(?&d_\(name))".utf8
      }
      text += cut.bytes[index + 1]
    }
  }

  /// Cuts a pattern at its calls `(?&name)`.
  private static func cut(_ pattern: String) -> Cut {
    let text = Array(pattern.utf8)
    var cut = Cut(bytes: [], names: [])
    var start = 0
    var at = 0
    while at < text.count {
      if text[at] == 0x5C {
        at += 2
      } else if text[at] == 0x28, at + 3 < text.count, text[at + 1] == 0x3F, text[at + 2] == 0x26,
        let end = text[at...].firstIndex(of: 0x29)
      {
        cut.bytes.append(Array(text[start..<at]))
        cut.names.append(text.text((at + 3)..<end))
        at = end + 1
        start = at
      } else {
        at += 1
      }
    }
    cut.bytes.append(Array(text[min(start, text.count)...]))
    return cut
  }
}
