import HoneGrammar
import Testing

/// YAML is read with places, and what is no YAML is said to be none.
@Suite struct YAMLTests {
  @Test(arguments: [
    ("a: [1, 2", 2), ("a: 'b\n", 2), ("a: b: c", 1), ("- a\nb: c", 2), ("a:\n\t- b", 2), ("\"\\d\"", 1),
  ])
  func aSyntaxErrorHasItsLine(_ yaml: String, _ line: Int) {
    let problem = #expect(throws: GrammarProblem.self) { try YAMLReader.read(yaml, file: "x.yaml") }
    #expect(problem?.place.file == "x.yaml")
    #expect(problem?.place.line == line, "\(problem?.description ?? "")")
    #expect(problem?.text.contains("no YAML") == true)
  }

  @Test func aKeyThatStandsTwiceIsReported() {
    let problem = #expect(throws: GrammarProblem.self) {
      try YAMLReader.read("a: 1\nb: 2\na: 3\n", file: "x.yaml")
    }
    #expect(problem?.text.contains("“a” stands twice") == true)
    #expect(problem?.place.line ?? 0 > 0)
  }

  @Test func nodesKnowTheirPlaces() throws {
    let root = try YAMLReader.read("a:\n  - b\n  - c: 'd'\n", file: "x.yaml")
    guard case .map(let top) = root.value, case .list(let items) = top[0].value.value,
      case .map(let inner) = items[1].value
    else {
      Issue.record("not the shape that was written")
      return
    }
    #expect(items[0].place.description == "x.yaml:2:5")
    #expect(inner[0].value.place.description == "x.yaml:3:8")
    #expect(inner[0].value.text == "d")
  }

  @Test(arguments: [
    ("a: null", nil), ("a: ~", nil), ("a:", nil), ("a: 'null'", "null"), ("a: \"\"", ""), ("a: off", "off"),
  ])
  func onlyAPlainNullIsNothing(_ yaml: String, _ text: String?) throws {
    guard case .map(let pairs) = try YAMLReader.read(yaml, file: "x.yaml").value else {
      Issue.record("not a map")
      return
    }
    #expect(pairs[0].value.text == text)
    #expect(pairs[0].value.isNull == (text == nil))
  }

  @Test func anEmptyFileIsAnEmptyMap() throws {
    guard case .map(let pairs) = try YAMLReader.read("# nothing\n", file: "x.yaml").value else {
      Issue.record("not a map")
      return
    }
    #expect(pairs.isEmpty)
  }
}
