import HoneGrammar
import HoneTestSupport
import Testing

/// English forms, by rule and by the odd forms that the grammar names.
@Suite struct InflectionTests {
  private let inflection = Grammars.builtIn.verbs.inflection

  /// A row of the fixture, as `hone-dev inflect` writes it: base, third, past, participle, ing.
  private static func rows() throws -> [[String]] {
    try Repository.lines("Tests/Fixtures/verbs.tsv").map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func everyVerbOfTheFixtureHasItsForms() throws {
    let rows = try InflectionTests.rows()
    #expect(rows.count > 300)
    let forms: [VerbForm] = [.base, .third, .past, .participle, .ing]
    for row in rows {
      #expect(forms.map { inflection.form($0, of: row[0]) } == row)
    }
  }

  @Test func everyVerbOfTheGrammarHasFormsThatLookRight() {
    let verbs = Grammars.builtIn.words.verbs.sorted()
    #expect(verbs.count > 100)
    for verb in verbs {
      let first = String(verb.prefix { $0 != " " })
      let ing = String(inflection.form(.ing, of: verb).prefix { $0 != " " })
      let past = String(inflection.form(.past, of: verb).prefix { $0 != " " })
      #expect(ing.hasSuffix("ing"), "\(verb): \(ing)")
      #expect(
        !["eing", "iing"].contains { ing.hasSuffix($0) && !first.hasSuffix("ee") && !first.hasSuffix("be") },
        "\(ing)")
      #expect(!past.hasSuffix("eed") || first.hasSuffix("ee") || first.hasSuffix("eed"), "\(verb): \(past)")
      #expect(past.first == first.first || ["go", "be", "eat"].contains(first), "\(verb): \(past)")
    }
  }

  /// No grammar names these: an inflection without tables knows them by their letters.
  @Test(arguments: [
    ("plan", "planned"), ("replan", "replanned"), ("unzip", "unzipped"), ("overlap", "overlapped"),
    ("outfit", "outfitted"), ("underpin", "underpinned"), ("subset", "subsetted"),
    ("hot-swap", "hot-swapped"),
    ("commit", "committed"), ("recommit", "recommitted"), ("limit", "limited"), ("delimit", "delimited"),
    ("transfer", "transferred"), ("offer", "offered"), ("occur", "occurred"), ("compel", "compelled"),
    ("roadmap", "roadmapped"), ("workshop", "workshopped"), ("backdrop", "backdropped"),
    ("diagram", "diagrammed"),
    ("reckon", "reckoned"), ("render", "rendered"), ("redden", "reddened"), ("revel", "reveled"),
    ("debit", "debited"),
    ("unite", "united"), ("upload", "uploaded"), ("develop", "developed"), ("market", "marketed"),
    ("up", "upped"),
    ("quiz", "quizzed"), ("sync", "synced"), ("mimic", "mimicked"), ("spec", "specced"),
    ("cypher", "cyphered"),
    ("fix", "fixed"), ("tow", "towed"), ("play", "played"), ("apply", "applied"), ("label", "labeled"),
  ])
  func anUnknownVerbIsInflectedByRule(_ base: String, _ past: String) {
    #expect(Inflection().form(.past, of: base) == past)
  }

  @Test(arguments: [
    ("label", "labelled", "labelling"), ("relabel", "relabelled", "relabelling"),
    ("re-label", "re-labelled", "re-labelling"),
    ("model", "modelled", "modelling"), ("travel", "travelled", "travelling"),
    ("cancel", "cancelled", "cancelling"),
    ("signal", "signalled", "signalling"), ("dial in", "dialled in", "dialling in"),
    ("fuel", "fuelled", "fuelling"),
    ("equal", "equalled", "equalling"), ("trial", "trialled", "trialling"), ("learn", "learnt", "learning"),
    ("appeal", "appealed", "appealing"), ("detail", "detailed", "detailing"),
    ("parallel", "paralleled", "paralleling"),
    ("control", "controlled", "controlling"), ("train", "trained", "training"),
    ("target", "targeted", "targeting"),
    ("write", "wrote", "writing"), ("organise", "organised", "organising"),
  ])
  func britishEnglishDoublesItsL(_ base: String, _ past: String, _ ing: String) {
    #expect(inflection.form(.past, of: base, in: .british) == past)
    #expect(inflection.form(.ing, of: base, in: .british) == ing)
  }
}
