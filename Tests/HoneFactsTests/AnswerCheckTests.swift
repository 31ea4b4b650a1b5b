import HoneFacts
import HoneGrammar
import HoneTestSupport
import Testing

/// Answers are held against the unit of their slot, and against nothing else.
@Suite struct AnswerCheckTests {
  private func check(_ slot: String) throws -> AnswerCheck {
    let words: Set<String> = ["a", "of", "than"]
    let hedges: Set<String> = ["about", "over", "under", "team"]
    return AnswerCheck(try #require(Grammars.builtIn.slots[slot])) {
      words.contains($0)
    } isHedge: {
      hedges.contains($0)
    } holdsFigure: { text in
      text.contains { $0.isNumber } || text.contains("three")
    } areForms: { one, other in
      (one, other) == ("built", "build")
    } holds: { text, kind in
      ["latency": "ms", "duration": "hours", "percent": "%", "money": "$€", "size": "B"][kind].map { signs in
        text.contains(signs) || text.contains { signs.count == 2 && kind == "money" && signs.contains($0) }
      } ?? (kind == "count" && !text.contains("%") && !text.contains("km"))
    }
  }

  @Test(arguments: [
    ("latency", "40"), ("latency", "about 40"), ("latency", "1,200"), ("latency", "0.5"), ("latency", "~40"),
    ("volume", "40k"), ("users", "2M"), ("gain", "14"), ("uptime", "99.9"), ("team size", "5"),
  ])
  func aNumberAloneIsAskedForItsUnit(_ slot: String, _ answer: String) throws {
    #expect(try check(slot).doubt(answer) == .noUnit)
  }

  @Test(arguments: [
    ("latency", "40 ms"), ("latency", "p99 latency under 50 ms"), ("latency", "40ms"), ("gain", "about 40%"),
    ("gain", "3x"), ("cost", "$38k"), ("cost", "€0.21 a document"), ("count", "64"), ("before", "0.31"),
    ("users", "three hospitals"), ("volume", "40k users"), ("metric", "recall"), ("architecture", "LSTM"),
  ])
  func anAnswerWithItsUnitIsKeptAsSaid(_ slot: String, _ answer: String) throws {
    #expect(try check(slot).doubt(answer) == nil)
  }

  @Test(arguments: [
    ("latency", "p99 40"), ("latency", "p99.9 under 40"), ("users", "three"), ("latency", "over three"),
  ])
  func aPercentileAndANumberInWordsAreNoUnits(_ slot: String, _ answer: String) throws {
    #expect(try check(slot).doubt(answer) == .noUnit)
  }

  @Test(arguments: [("latency", "40 /s"), ("latency", "40/s"), ("volume", "about 40 / day")])
  func soManyATimeOfNothingGivesPause(_ slot: String, _ answer: String) throws {
    #expect(try check(slot).doubt(answer) == .otherUnit)
  }

  @Test(arguments: [
    ("latency", "100 ms ms", "ms"), ("latency", "40 40", "40"), ("metric", "Recall recall", "recall"),
  ])
  func aWordThatStandsTwiceGivesPause(_ slot: String, _ answer: String, _ word: String) throws {
    #expect(try check(slot).doubt(answer) == .doubled(word))
  }

  @Test func anAnswerWithoutAFigureGivesPauseWhereThereIsAUnit() throws {
    #expect(try check("users").doubt("radiologists") == .noFigure)
    #expect(try check("latency").doubt("quite fast") == .noFigure)
    #expect(try check("after").doubt("ms") == .noFigure)
    #expect(try check("team or product").doubt("the support desk") == nil)
  }

  @Test(arguments: [
    ("latency", "40%"), ("latency", "5 km"), ("latency", "$38k"), ("cost", "9 GB"), ("users", "40%"),
  ])
  func aFigureOfAnotherKindGivesPause(_ slot: String, _ answer: String) throws {
    #expect(try check(slot).doubt(answer) == .otherUnit)
  }

  @Test func aChoiceIsNamedByItsBeginningOrItsNumber() throws {
    let check = try check("built ran redesigned")
    #expect(check.choice("ran") == "ran")
    #expect(check.choice("B") == "built")
    #expect(check.choice("3") == "redesigned")
    #expect(check.choice("r") == nil)
    #expect(check.choice("4") == nil)
    #expect(check.doubt("migrated") == .noChoice)
    #expect(check.doubt("Redesigned") == nil)
  }

  @Test func aUnitStandsBehindItsNumber() throws {
    #expect(AnswerCheck.joined("40", "ms") == "40 ms")
    #expect(AnswerCheck.joined("40", "%") == "40%")
    #expect(try check("latency").plainUnit == "ms")
    #expect(try check("users").plainUnit == nil)
  }
}
