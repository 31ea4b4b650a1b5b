import Hone
import HoneCore
import HoneEngine
import HoneGrammar
import HoneTestSupport
import PCRE2
import Testing

/// Most rules are not tried on most bullets: what they need is seen to be missing. None may be missed by that.
@Suite struct TriggerTests {
  /// A conditional that is always empty: no trigger can be read out of a pattern that holds it.
  private static let opaque = "(?(?!)x)"

  /// The built-in grammar with patterns out of which no trigger can be read, so that each is tried on every bullet.
  private static func eager() throws -> Grammar {
    func pack(_ name: String) -> PackSource? {
      guard let pack = BuiltIn.source(name) else { return nil }
      return PackSource(name: name, files: pack.files.map(opened), isTrusted: true)
    }
    return try GrammarLoader(library: pack).load(try #require(pack(BuiltIn.defaultPack)))
  }

  /// A file whose rules, conditions, clauses and quantities are opaque.
  private static func opened(_ file: Node) -> Node {
    guard case .map(let pairs) = file.value else { return file }
    let sections: Set = ["rules", "quantities", "parts", "templates", "clauses"]
    return Node(
      .map(pairs.map { ($0.key, sections.contains($0.key.text ?? "") ? openedBelow($0.value) : $0.value) }),
      file.place)
  }

  /// What stands in a section, opaque at any depth.
  private static func openedBelow(_ node: Node) -> Node {
    switch node.value {
    case .list(let items): Node(.list(items.map(openedBelow)), node.place)
    case .map(let pairs):
      Node(
        .map(
          pairs.map { pair in
            let isPattern = ["match", "calls", "begins"].contains(pair.key.text ?? "")
            return (pair.key, isPattern ? opaque(pair.value) : openedBelow(pair.value))
          }), node.place)
    case .scalar: node
    }
  }

  /// A pattern that hides what it needs; a list of calls that says nothing.
  private static func opaque(_ node: Node) -> Node {
    guard let pattern = node.text else { return Node(.list([]), node.place) }
    return Node(.scalar("\(opaque)(?:\(pattern))", plain: false), node.place)
  }

  @Test func aRuleThatIsAlwaysTriedFindsNoMore() throws {
    let engine = Engine(Grammars.builtIn)
    let eager = Engine(try TriggerTests.eager())
    let examples = Grammars.withExamples.rules.flatMap(\.examples).map(\.text)
    let bullets =
      Corpus.texts + examples + BulletGenerator.bullets(400, for: "TriggerTests")
      + RandomText.texts(200, for: "TriggerTests").filter { !hidesAWord($0) }
    for text in bullets {
      let found = try engine.analyze(text)
      let all = try eager.analyze(text)
      #expect(shown(found) == shown(all), "\(text.debugDescription)")
      #expect(marked(found) == marked(all), "\(text.debugDescription)")
      #expect(try found.frame() == all.frame(), "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["，various teams used it", "\u{FEFF}various teams used it", "「various teams」 used it"])
  func aWordBehindASignOfAnotherScriptIsAWord(_ text: String) throws {
    let found = try Engine(Grammars.builtIn).analyze(text)
    let all = try Engine(try TriggerTests.eager()).analyze(text)
    #expect(shown(found) == shown(all))
    #expect(found.findings.contains { $0.rule == "filler.various" || $0.kind == "hidden-scale" })
  }

  /// Whether a word begins right behind a sign that the engine takes for a letter.
  private func hidesAWord(_ text: String) -> Bool {
    zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).contains { sign, letter in
      sign.value > 0x2FFF && !sign.properties.isAlphabetic && letter.isASCII
    }
  }

  private func marked(_ analysis: Analysis) -> [String] {
    analysis.marks.map { mark in
      var parts: [String] = []
      mark.parts.forEach { parts.append(Grammars.builtIn.parts.names[$0]) }
      return "\(analysis.bytes.text(mark.range)): \(parts.joined(separator: ", "))"
    }.sorted()
  }

  private func shown(_ analysis: Analysis) -> [String] {
    analysis.findings.map { "\($0.rule) \($0.level.name) \($0.range)" }
  }
}
