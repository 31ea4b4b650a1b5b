import Hone
import HoneFiles
import HoneGrammar
import HoneTestSupport
import Testing

/// The form in which packs are embedded says what the YAML says.
@Suite struct CompactFormTests {
  private func shown(_ node: Node) -> String {
    switch node.value {
    case .scalar(let text, let plain): "\(plain ? "plain" : "quoted")(\(text.debugDescription))"
    case .list(let nodes): "[" + nodes.map(shown).joined(separator: ",") + "]"
    case .map(let pairs):
      "{" + pairs.map { shown($0.key) + "=" + shown($0.value) }.joined(separator: ",") + "}"
    }
  }

  @Test(arguments: [
    "a: b", "a: [1, 'two', null, ~, off]", "a: {b: {c: []}}", "a: 'naïve “quotes” 🚀'",
    "a: |\n  two\n  lines\n", "{}", "- a\n- - b",
    "a: '12:{3:[4:'", "a: \"\\0\\r\\n\\t\"",
  ])
  func whatIsWrittenIsReadBack(_ yaml: String) throws {
    let node = try YAMLReader.read(yaml, file: "x.yaml")
    #expect(shown(CompactForm.read(CompactForm.write(node), file: "x.yaml")) == shown(node))
  }

  @Test(arguments: BuiltIn.packNames)
  func theBuiltInPacksAreWhatTheirFilesSay(_ name: String) throws {
    let folder = "\(Repository.root)/Grammars/"
    let onDisk = try contents(of: PackFolder.read(folder + name, isTrusted: true), below: folder)
    let embedded = contents(of: try #require(BuiltIn.sourceWithExamples(name)), below: "")
    let changed = Set(onDisk.keys).union(embedded.keys).filter { onDisk[$0] != embedded[$0] }.sorted()
    #expect(changed.isEmpty, "not as embedded; run `make generate`")
  }

  private func contents(of pack: PackSource, below folder: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: pack.files.map { (String($0.place.file.dropFirst(folder.count)), shown($0)) })
  }
}
