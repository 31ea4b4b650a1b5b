import HoneDocument
import Testing

/// The signs that people put before a bullet.
@Suite struct MarkerTests {
  @Test(arguments: [
    "•", "●", "▪", "■", "◦", "○", "‣", "⁃", "·", "∙", "⋅", "⦁", "–", "—", "-", "*", "+", ">", "►", "\u{F0B7}",
    "\u{FFFD}", "1.",
    "12.", "3)", "a)", "B)", "(1)", "(a)",
  ])
  func aMarkerIsNoPartOfTheText(_ marker: String) {
    for (before, after) in [("", " "), ("  ", " "), ("\t", "\t"), ("", "   "), ("\u{A0}", "\u{A0}")] {
      let line = "\(before)\(marker)\(after)Trained rankers."
      #expect(Reading.texts(line) == ["Trained rankers."], "\(line.debugDescription)")
    }
  }

  @Test(arguments: ["•", "●", "►", "\u{F0B7}"])
  func aSignBeyondASCIINeedsNoSpace(_ marker: String) {
    #expect(Reading.texts("\(marker)Trained rankers.") == ["Trained rankers."])
  }

  @Test(arguments: [
    "-based models trained", "*args were typed", "+14% CTR for ads", "3.5x faster training",
    "1.2 million users served",
    "2019 models trained", "A. Smith led it", "e.g. trained it", "v1) was late", "(see 1) trained it",
    "100. place reached",
  ])
  func aWordThatLooksLikeOneStays(_ line: String) {
    #expect(Reading.texts(line) == [line])
  }

  /// Word's second sign, which a small o stands for where it was copied.
  @Test func aSmallOBeforeACapitalOrADigitIsASign() {
    #expect(Reading.texts("o Built 3 tools") == ["Built 3 tools"])
    #expect(Reading.texts("- Led five teams\n    o Cut cost by 3%\n    o 3 awards\n").count == 3)
    #expect(Reading.texts("o built 3 tools") == ["o built 3 tools"])
  }

  @Test func aMarkerAloneIsNoBullet() {
    #expect(Reading.texts("-\n•\n1.\n").isEmpty)
  }
}
