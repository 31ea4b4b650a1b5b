import Hone
import HoneEngine
import HoneTestSupport
import Testing

@testable import HoneGrammar

/// Patterns come compiled with the program; where that is of no use they are compiled from their texts.
@Suite struct CompiledWayTests {
  private static let bullets = Corpus.texts + BulletGenerator.bullets(100, for: "CompiledWayTests")

  @Test func theBuiltInGrammarHasThem() {
    #expect(Grammars.builtIn.compiled != nil)
  }

  @Test func whatAnotherLibraryCompiledIsCompiledAnew() throws {
    var foreign = Grammars.builtIn
    // PCRE2 looks at the first bytes: these are those of no library.
    let codes = (0..<foreign.ways.count).map { _ in [UInt8](repeating: 0x3A, count: 64) }
    foreign.compiled = CompiledWays(text: CompiledWays.text(codes, of: foreign.ways), of: foreign.ways)
    #expect(foreign.compiled != nil)
    try expectTheSame(foreign)
  }

  @Test func withoutThemNothingElseIsFound() throws {
    var bare = Grammars.builtIn
    bare.compiled = nil
    try expectTheSame(bare)
  }

  private func expectTheSame(_ grammar: Grammar) throws {
    let engine = Engine(Grammars.builtIn)
    let other = Engine(grammar)
    for text in CompiledWayTests.bullets {
      let found = try engine.analyze(text)
      let again = try other.analyze(text)
      #expect(found.findings == again.findings, "\(text.debugDescription)")
      #expect(try found.frame() == again.frame(), "\(text.debugDescription)")
    }
  }
}
