import Testing

@testable import HoneGrammar

/// What a pattern cannot match without, as it is read out of its text.
@Suite struct NeedsTests {
  /// The sets of triggers of a pattern, each in the order of the alphabet.
  private func needs(_ pattern: String) -> [[String]] {
    TriggerFinder(Grammar()).needs(of: pattern, isWhole: true).map { set in
      set.map { trigger in
        switch trigger {
        case .prefix(let word): word
        case .digit: "digit"
        case .symbol(let symbol): String(UnicodeScalar(symbol))
        default: "\(trigger)"
        }
      }.sorted()
    }
  }

  @Test func allThatMustStandIsNeededTheRarestFirst() {
    #expect(needs("to\\s+serve\\s+models") == [["models"], ["serve"], ["to"]])
  }

  @Test func ofAChoiceOneBranchIsEnough() {
    #expect(needs("(?:cut|saved)\\s+\\d+ hours") == [["hours"], ["cut", "saved"], ["digit"]])
    #expect(needs("(?:cut costs|saved) time") == [["time"], ["costs", "saved"]])
  }

  @Test func whatMayBeMissingIsNotNeeded() {
    #expect(needs("(?:very )?fast(?: models)?") == [["fast"]])
    // The second half of a word begins one only where the first is missing.
    #expect(needs("(?:non)?linear") == [["linear", "non"]])
  }

  @Test func whatStandsAheadIsNeededAndWhatMustNotIsNot() {
    #expect(needs("(?=[^.]+ was )models") == [["models"], ["was"]])
    #expect(needs("(?!was )models(?! was)") == [["models"]])
  }

  @Test func whatBelongsToAnEscapeIsNoText() {
    #expect(needs("(?<w>\\w+) and \\k<w>") == [["and"]])
    #expect(needs("foo\\x20bars") == [["foo"]])
    #expect(needs("\\P{L}models") == [["models"]] || needs("\\P{L}models").isEmpty)
    #expect(needs("models{,3} served").allSatisfy { !$0.contains("3") && !$0.contains("{") })
  }

  @Test func aDashBesideDigitsMayStandInTheirPlace() {
    #expect(needs("pages\\s[\\d–]+") == [["pages"], ["digit", "sign"]])
    #expect(needs("pages\\s\\d+") == [["pages"], ["digit"]])
  }

  @Test func behindAnOptionalHalfNoWordNeedBegin() {
    #expect(needs("(?:x |(?:non)?)linear") == [] || needs("(?:x |(?:non)?)linear") == [["linear", "non"]])
  }

  @Test func whatMatchesNothingCanMeetNoNeed() {
    #expect(needs("models(?!)") == [[]])
    #expect(needs("(?:(?!)|models)") == [["models"]])
  }

  @Test func aLargerSetThatASmallerOneMeetsIsLeftOut() {
    var needs = Needs([.prefix("models"), .prefix("nets")])
    needs.add([.prefix("models")])
    needs.add([.prefix("models"), .digit])
    #expect(needs.sets == [[.prefix("models")]])
  }

  @Test func aPatternIsCalledWhereAllThatItNeedsStands() {
    let one: Set<Trigger> = [.prefix("models")]
    let other: Set<Trigger> = [.prefix("served")]
    let calls = PatternCalls(needs: [(0, [one]), (1, [one, other]), (2, [])], rows: 2)
    func called(_ text: String) -> [Int] {
      var met = calls.free
      let bytes = Array(text.utf8)
      for at in bytes.indices where at == 0 || bytes[at - 1] == 0x20 {
        calls.words(bytes, at: at) { met.insert($0) }
      }
      return Array(met.meetingAll(rows: 2).members(of: 0..<3))
    }
    #expect(called("models served daily") == [0, 1, 2])
    #expect(called("models") == [0, 2])
    #expect(called("served daily") == [2])
  }
}

@Suite struct EmptyWordTableTests {
  @Test func theTableOfNoWordsIsWhatTheWriterWritesOfNone() {
    #expect(Array(WordTable.empty.utf8) == WordTableWriter().image())
    #expect(WordTable().readings(of: "built").isEmpty)
  }
}
