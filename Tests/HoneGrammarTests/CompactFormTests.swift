import Hone
import HoneGrammar
import HoneTestSupport
import Testing

/// The form in which packs are embedded says what the YAML says.
@Suite struct CompactFormTests {
  private func shown(_ node: Node) -> String {
    switch node.value {
    case .scalar(let text, let plain): "\(plain ? "plain" : "quoted")(\(text.debugDescription))"
    case .list(let nodes): "[" + nodes.map(shown).joined(separator: ",") + "]"
    case .map(let pairs): "{" + pairs.map { shown($0.key) + "=" + shown($0.value) }.joined(separator: ",") + "}"
    }
  }

  @Test(arguments: [
    "a: b", "a: [1, 'two', null, ~, off]", "a: {b: {c: []}}", "a: 'naïve “quotes” 🚀'", "a: |\n  two\n  lines\n", "{}", "- a\n- - b",
    "a: '12:{3:[4:'", "a: \"\\0\\r\\n\\t\"",
  ])
  func whatIsWrittenIsReadBack(_ yaml: String) throws {
    let node = try YAMLReader.read(yaml, file: "x.yaml")
    #expect(shown(CompactForm.read(CompactForm.write(node), file: "x.yaml")) == shown(node))
  }

  @Test(arguments: BuiltIn.packNames)
  func theBuiltInPacksAreWhatTheirFilesSay(_ name: String) throws {
    let folder = try PackFolder.read("\(Repository.root)/Grammars/\(name)", isTrusted: true)
    let embedded = try #require(BuiltIn.sourceWithExamples(name))
    #expect(embedded.files.count == folder.files.count)
    for (one, other) in zip(embedded.files, folder.files) {
      let isSame = shown(one) == shown(other)
      #expect(isSame, "\(other.place.file) has changed; run `make generate`")
    }
  }
}
