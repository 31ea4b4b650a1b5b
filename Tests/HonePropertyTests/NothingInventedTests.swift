import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// Promise 1: whatever stands in a rewrite stood in the bullet, or is asked for.
@Suite struct NothingInventedTests {
  /// Words that carry no fact, by this test's own list.
  private static let carriers: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "via", "through",
    "as", "into", "using",
    "that", "which", "over", "under", "it", "its", "them", "was", "were", "is", "are", "be",
  ]

  /// Words that count or name, which no grammar may bring.
  private static let claims: Set<String> = [
    "one", "two", "three", "four", "five", "ten", "dozen", "hundred", "hundreds", "thousand", "thousands",
    "million", "millions",
    "billion", "half", "halved", "halving", "doubled", "doubling", "tripled", "twice", "pytorch",
    "tensorflow", "keras", "spark",
    "aws", "sagemaker", "kubernetes", "docker", "kafka", "airflow", "bert", "gpt", "xgboost", "lstm", "cnn",
    "resnet", "transformer",
    "python", "java", "google", "gpu", "gpus", "sql", "ray", "triton", "onnx",
  ]

  private static let swaps = Grammars.builtIn.swaps.values.flatMap(\.self).map {
    (from: $0.from, to: $0.to.lowercased())
  }

  @Test(arguments: Source.allCases)
  func keptWordsAreTheBulletsOwnBytes(_ source: Source) {
    check(source) { text, rewrite in
      let bytes = Array(text.utf8)
      return rewrite.pieces.compactMap { piece in
        guard case .kept(let range) = piece.origin else { return nil }
        guard range.upperBound <= bytes.count, bytes.text(range) == piece.text else {
          return "“\(piece.text)” is not at \(range)"
        }
        return nil
      }
    }
  }

  @Test(arguments: Source.allCases)
  func inflectedWordsAreFormsOfTheBulletsWords(_ source: Source) {
    check(source) { text, rewrite in
      let bytes = Array(text.utf8)
      return rewrite.pieces.compactMap { piece in
        guard case .inflected(let range) = piece.origin else { return nil }
        guard range.upperBound <= bytes.count else { return "\(range) is outside" }
        let word = bytes.text(range)
        return Text.areAlike(piece.text, word) ? nil : "“\(piece.text)” for “\(word)”"
      }
    }
  }

  @Test(arguments: Source.allCases)
  func everyDigitStoodInTheBullet(_ source: Source) {
    check(source) { text, rewrite in Text.surplus(Text.digitRuns(rewrite.written), over: Text.digitRuns(text))
    }
  }

  @Test(arguments: Source.allCases)
  func everyCapitalisedWordStoodInTheBullet(_ source: Source) {
    check(source) { text, rewrite in
      let own = Set(Text.words(text).map { $0.lowercased() })
      // What opens a sentence has a capital whatever it is.
      return Text.words(rewrite.written).dropFirst().filter { word in
        word.contains(where: \.isUppercase) && !own.contains(word.lowercased())
          && !opensSentence(word, rewrite.written)
      }
    }
  }

  @Test(arguments: Source.allCases)
  func wordsOfTheGrammarStandOnlyWhereSomethingIsAsked(_ source: Source) {
    check(source) { text, rewrite in
      let open = rewrite.openClauses
      return rewrite.pieces.filter {
        $0.origin == .grammar && !open.contains($0.clause) && !isSwap($0.text, in: text)
      }
      .flatMap { Text.words($0.text) }.filter { !NothingInventedTests.carriers.contains($0.lowercased()) }
    }
  }

  @Test(arguments: Source.allCases)
  func theGrammarBringsNoToolNameOrNumberAnywhere(_ source: Source) {
    check(source) { text, rewrite in
      let own = Set(Text.words(text).map { $0.lowercased() })
      return Text.words(rewrite.written).map { $0.lowercased() }
        .filter { NothingInventedTests.claims.contains($0) && !own.contains($0) }
    }
  }

  @Test(arguments: Source.allCases)
  func aSafeRewriteHasOnlyTheBulletsWords(_ source: Source) {
    check(source) { text, rewrite in
      guard rewrite.tier == .safe else { return [] }
      let own = Text.words(text)
      let swapped = Set(
        NothingInventedTests.swaps.filter { Text.count($0.from, in: text) > 0 }.flatMap { Text.words($0.to) })
      let extra = Text.words(rewrite.text).map { $0.lowercased() }.filter { word in
        !own.contains { Text.areAlike($0, word) } && !swapped.contains(word)
          && !NothingInventedTests.carriers.contains(word)
      }
      return extra + (rewrite.slots.isEmpty && rewrite.openClauses.isEmpty ? [] : ["a slot"])
    }
  }

  @Test(arguments: Source.allCases)
  func aFullRewriteAsksForSomethingAndSaysWhat(_ source: Source) {
    check(source) { _, rewrite in
      guard rewrite.tier == .full else { return [] }
      if rewrite.slots.isEmpty { return ["no slot"] }
      return rewrite.slots.filter { slot in slot.question.isEmpty || !rewrite.text.contains("[\(slot.name)]")
      }.map(\.name)
    }
  }

  private func check(
    _ source: Source, known: [KnownFault] = [], at location: SourceLocation = #_sourceLocation,
    _ invented: (String, Rewrite) -> [String]
  ) {
    let faults = Outcomes.of(source).flatMap { outcome in
      outcome.all.compactMap { rewrite in
        let words = invented(outcome.text, rewrite)
        return words.isEmpty
          ? nil : Fault(bullet: outcome.text, what: "\(words) in “\(rewrite.text)” (\(rewrite.template))")
      }
    }
    report(faults, of: source, known: known, at: location)
  }

  private func opensSentence(_ word: String, _ text: String) -> Bool {
    guard let at = text.firstRange(of: word) else { return false }
    let before = text[..<at.lowerBound].last { !$0.isWhitespace }
    return before.map { ".!?:–—;\"“(".contains($0) } ?? true
  }

  private func isSwap(_ words: String, in text: String) -> Bool {
    NothingInventedTests.swaps.contains { swap in
      swap.to == words.lowercased()
        && Text.count(swap.from.replacing("-", with: " "), in: text.replacing("-", with: " ")) > 0
    }
  }
}
