import Hone
import HoneCore
import HoneTestSupport
import Testing

/// Promise 6: the same bytes in, the same bytes out.
@Suite struct DeterminismTests {
  @Test(arguments: Source.allCases)
  func anotherHoneSaysTheSame(_ source: Source) {
    let again = Outcomes.make(Array(Outcomes.of(source).map(\.text).reversed()))
    compare(Outcomes.of(source), Array(again.reversed()), source)
  }

  @Test(arguments: Source.allCases)
  func machineCodeSaysTheSame(_ source: Source) {
    compare(Outcomes.of(source), Outcomes.make(Outcomes.of(source).map(\.text), usesJIT: true), source)
  }

  @Test func twoThreadsSayTheSame() async {
    let expected = Outcomes.of(.corpus)
    let texts = expected.map(\.text)
    let said = await withTaskGroup(of: [Outcome].self) { group in
      for _ in 0..<4 { group.addTask { Outcomes.make(texts) } }
      return await group.reduce(into: [[Outcome]]()) { $0.append($1) }
    }
    #expect(said.count == 4)
    for outcomes in said { compare(expected, outcomes, .corpus) }
  }

  @Test func aBulletsAnswerDoesNotDependOnThoseBeforeIt() throws {
    for outcome in Outcomes.of(.corpus).shuffledForTest(40) {
      #expect(Outcomes.make([outcome.text]) == [outcome], "\(outcome.text)")
    }
  }

  private func compare(_ one: [Outcome], _ other: [Outcome], _ source: Source) {
    let faults = zip(one, other).filter { $0 != $1 }.map { first, second in
      let texts = "\(first.all.map(\.text)) and \(second.all.map(\.text))"
      return Fault(bullet: first.text, what: first.findings == second.findings ? texts : "other findings")
    }
    #expect(one.count == other.count)
    report(faults, of: source)
  }
}

extension Array {
  /// So many members, chosen by the seed.
  fileprivate func shuffledForTest(_ count: Int) -> [Element] {
    var random = SeededRandom(for: "DeterminismTests")
    return Array(shuffled(using: &random).prefix(count))
  }
}
