import HoneCore
import HoneEngine
import HoneTestSupport
import Testing

/// Engines of several threads share the machine code of ways; each must say what one alone says.
@Suite struct MachineCodeTests {
  private static let bullets = Corpus.texts + BulletGenerator.bullets(200, for: "MachineCodeTests")

  @Test func threadsThatShareItSayWhatOneAloneSays() async throws {
    let alone = Engine(Grammars.builtIn)
    let expected = try MachineCodeTests.bullets.map { try alone.analyze($0).findings }
    let code = MachineCode(Grammars.builtIn)
    let said = await withTaskGroup(of: [[Finding]?].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let engine = Engine(code)
          return MachineCodeTests.bullets.map { try? engine.analyze($0).findings }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(said.count == 4)
    for findings in said { #expect(findings == expected) }
  }

  @Test func whoComesLaterSaysTheSame() throws {
    let code = MachineCode(Grammars.builtIn)
    let first = Engine(code)
    let found = try MachineCodeTests.bullets.map { try first.analyze($0).findings }
    let second = Engine(code)
    #expect(first.usesJIT && second.usesJIT)
    #expect(
      try MachineCodeTests.bullets.reversed().map { try second.analyze($0).findings } == found.reversed())
  }
}
