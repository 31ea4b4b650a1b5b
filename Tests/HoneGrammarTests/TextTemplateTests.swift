import Testing

@testable import HoneGrammar

/// Words with holes, read from their one line.
@Suite struct TextTemplateTests {
  /// A template in a form to compare: `w` words, `a` article, `s` slot, `d` deed, `h` hole, `[` clause.
  private func shown(_ items: [TextTemplate.Item]) -> String {
    items.map { item in
      switch item {
      case .words(let words): "w(\(words))"
      case .article: "a"
      case .slot(let name): "s(\(name))"
      case .deed(let verb): "d(\(verb))"
      case .hole(let hole):
        "h(\(hole.lead.map { "‘\($0)’" } ?? "")\(hole.name)\(hole.each.map { "/\($0)" } ?? "")"
          + hole.filters.map { ":\($0.rawValue)" }.joined() + ")"
      case .clause(let inner): "[\(shown(inner))]"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", ""), ("Trained", "w(Trained)"), ("{act:past} {object}", "h(act:past)w( )h(object)"),
    ("{a} {slot:architecture} {model.head:singular}", "aw( )s(architecture)w( )h(model.head:singular)"),
    ("{acts/gerund_head:past}", "h(acts/gerund_head:past)"), ("x{ task}", "w(x)h(‘ ’task)"),
    ("x{, data:lower}", "w(x)h(‘, ’data:lower)"),
    ("a[, by {slot:gain}] b", "w(a)[w(, by )s(gain)]w( b)"), ("{word:base:past}", "h(word:base:past)"),
    ("{slot:time or money}", "s(time or money)"), ("{deed:Improve} {slot:metric}", "d(Improve)w( )s(metric)"),
  ])
  func aTemplateIsReadAsItsParts(_ source: String, _ parts: String) {
    let (template, problems) = TextTemplate.read(source)
    #expect(shown(template.items) == parts)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("{act", "“{” that is not closed"), ("act}", "“}” that closes nothing"),
    ("a]", "“]” that closes nothing"), ("[a", "“[” that is not closed"),
    ("[a[b]]", "clause inside a clause"), ("{act:passt}", "unknown filter “passt”; did you mean “past”?"),
    ("{act:xyzzy}", "there are past, ing"),
  ])
  func aFaultIsSaidInWords(_ source: String, _ words: String) {
    let problems = TextTemplate.read(source).problems
    #expect(problems.contains { $0.contains(words) }, "\(problems)")
  }

  @Test func holesAndSlotsAreFoundInClausesToo() {
    let template = TextTemplate.read("{act} {slot:one}[, {slot:two} {task}]").template
    #expect(template.slots == ["one", "two"])
    #expect(template.holes.map(\.name) == ["act", "task"])
  }
}
