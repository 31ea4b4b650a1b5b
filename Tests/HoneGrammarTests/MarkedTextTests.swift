import HoneGrammar
import Testing

/// Examples mark what is found by double brackets.
@Suite struct MarkedTextTests {
  @Test(arguments: [
    ("Trained [[models]]", "Trained models", [8..<14]), ("[[a]] b [[c]]", "a b c", [0..<1, 4..<5]),
    ("no marks", "no marks", []),
    ("naïve [[modèle]]!", "naïve modèle!", [7..<14]), ("a [b] c", "a [b] c", []),
    ("[[a [metric] b]]", "a [metric] b", [0..<12]),
    ("a ]] b", "a ]] b", []), ("", "", []),
  ])
  func marksAreTakenOutAndTheirPlacesKept(_ marked: String, _ text: String, _ spans: [Range<Int>]) {
    let read = MarkedText.read(marked)
    #expect(read.text == text)
    #expect(read.spans == spans)
  }

  @Test(arguments: ["Trained [[models]]", "[[a]] b [[c]]", "no marks", "naïve [[modèle]]!"])
  func writingIsTheWayBack(_ marked: String) {
    let read = MarkedText.read(marked)
    #expect(MarkedText.write(read.text, read.spans) == marked)
  }

  @Test func aMessageIsFilledFromItsHoles() {
    let message = "“{duty}” is {how} {nobody}."
    #expect(Message.holes(in: message) == ["duty", "how", "nobody"])
    #expect(
      Message.fill(message) { ["duty": "was {how}", "how": "weak"][$0] ?? "" } == "“was {how}” is weak .")
    #expect(Message.fill("plain") { _ in "x" } == "plain")
    #expect(Message.fill("open {brace") { _ in "x" } == "open {brace")
  }
}
