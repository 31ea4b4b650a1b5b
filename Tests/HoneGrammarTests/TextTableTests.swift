import HoneCore
import HoneTestSupport
import Testing

@testable import HoneGrammar

/// What is read where it lies is what was written.
@Suite struct TextTableTests {
  private let texts = ["", "a", "größer", "“models”", String(repeating: "x", count: 5_000), ""]

  @Test func eachTextIsReadByItsNumber() {
    let table = TextTable(image: TextTable.image(of: texts.map { Array($0.utf8) }))
    #expect(table.count == texts.count)
    #expect(table.count == 6 && (0..<6).map { table[$0] } == texts)
    #expect(TextTable().count == 0)
  }

  @Test func aTableMayStandInATable() {
    let inner = TextTable.image(of: texts.map { Array($0.utf8) })
    let outer = TextTable(
      image: TextTable.image(of: [Array("before".utf8), Array(inner.utf8), Array("behind".utf8)]))
    #expect((0..<6).map { outer.table(1)[$0] } == texts)
    #expect(outer.table(1).whole == inner)
    #expect(outer[2] == "behind")
    #expect(outer.words(0).whole == "before")
    #expect(outer.words(0).inMemory.whole == "before")
    #expect(outer.words(2)[0] == UInt8(ascii: "b"))
  }

  @Test func compiledWaysOfAnotherGrammarAreLeftAside() throws {
    var ways = Ways([["one"], ["two", "three"]])
    ways.mark = "0123456789abcdef"
    let codes = ["01239", "0123456", "0123"].map { Array($0.utf8) }
    let text = CompiledWays.text(codes, of: ways)
    let compiled = try #require(CompiledWays(text: text, of: ways))
    #expect(compiled.head == Array("0123".utf8))
    #expect((0..<3).map { compiled.head + Array(Array(text.utf8)[compiled.place(of: $0)]) } == codes)
    ways.mark = "fedcba9876543210"
    #expect(CompiledWays(text: text, of: ways) == nil)
  }

  @Test func fragmentsAreFoundByName() {
    let names = ["act", "act_form", "base", "np", "np_word"]
    func table(_ texts: [String]) -> TextTable {
      TextTable(image: TextTable.image(of: texts.map { Array($0.utf8) }))
    }
    let fragments = Fragments(
      names: table(names), patterns: table(names.map { $0.uppercased() }), place: Place(file: "test"))
    for name in names { #expect(fragments[name]?.pattern == name.uppercased()) }
    for name in ["", "ac", "nobody", "zebra"] { #expect(fragments[name] == nil) }
    #expect(fragments.all.map(\.name) == names)
  }
}
