import HoneGrammar
import HoneTestSupport
import Testing

/// English forms, by rule and by the odd forms that the grammar names.
@Suite struct InflectionTests {
  private let inflection = Grammars.builtIn.verbs.inflection

  @Test(arguments: [
    ("train", "trained", "trained", "training", "trains"), ("write", "wrote", "written", "writing", "writes"),
    ("build", "built", "built", "building", "builds"),
    ("rebuild", "rebuilt", "rebuilt", "rebuilding", "rebuilds"),
    ("overwrite", "overwrote", "overwritten", "overwriting", "overwrites"),
    ("lead", "led", "led", "leading", "leads"),
    ("co-lead", "co-led", "co-led", "co-leading", "co-leads"), ("run", "ran", "run", "running", "runs"),
    ("cut", "cut", "cut", "cutting", "cuts"), ("ship", "shipped", "shipped", "shipping", "ships"),
    ("plan", "planned", "planned", "planning", "plans"), ("map", "mapped", "mapped", "mapping", "maps"),
    ("apply", "applied", "applied", "applying", "applies"),
    ("deploy", "deployed", "deployed", "deploying", "deploys"),
    ("create", "created", "created", "creating", "creates"), ("free", "freed", "freed", "freeing", "frees"),
    ("tie", "tied", "tied", "tying", "ties"), ("fix", "fixed", "fixed", "fixing", "fixes"),
    ("teach", "taught", "taught", "teaching", "teaches"),
    ("fine-tune", "fine-tuned", "fine-tuned", "fine-tuning", "fine-tunes"),
    ("roll out", "rolled out", "rolled out", "rolling out", "rolls out"),
    ("set up", "set up", "set up", "setting up", "sets up"),
    ("develop", "developed", "developed", "developing", "develops"),
    ("debug", "debugged", "debugged", "debugging", "debugs"),
    ("show", "showed", "shown", "showing", "shows"),
    ("review", "reviewed", "reviewed", "reviewing", "reviews"),
    ("mix", "mixed", "mixed", "mixing", "mixes"),
    ("quantize", "quantized", "quantized", "quantizing", "quantizes"),
    ("monitor", "monitored", "monitored", "monitoring", "monitors"),
    ("pass", "passed", "passed", "passing", "passes"),
    ("equip", "equipped", "equipped", "equipping", "equips"),
    ("transfer", "transferred", "transferred", "transferring", "transfers"),
    ("mimic", "mimicked", "mimicked", "mimicking", "mimics"),
    ("visit", "visited", "visited", "visiting", "visits"),
  ])
  func aVerbHasItsForms(_ base: String, _ past: String, _ participle: String, _ ing: String, _ third: String)
  {
    #expect(inflection.form(.base, of: base) == base)
    #expect(inflection.form(.past, of: base) == past)
    #expect(inflection.form(.participle, of: base) == participle)
    #expect(inflection.form(.ing, of: base) == ing)
    #expect(inflection.form(.third, of: base) == third)
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
      #expect(past.first == first.first || first == "go" || first == "be", "\(verb): \(past)")
    }
  }

  @Test(arguments: [
    ("model", "models"), ("query", "queries"), ("batch", "batches"), ("class", "classes"), ("box", "boxes"),
    ("day", "days"),
    ("mesh", "meshes"), ("veto", "vetoes"), ("GPU", "GPUs"), ("process", "processes"), ("repo", "repos"),
    ("database", "databases"),
  ])
  func aNounHasItsPluralAndTheWayBack(_ one: String, _ many: String) {
    #expect(Inflection.plural(one) == many)
    if one != "veto" { #expect(Inflection.singular(many) == one) }
  }

  @Test(arguments: ["analysis", "corpus", "class", "process", "model", "loss", "bus"])
  func whatIsNoPluralStays(_ word: String) {
    #expect(Inflection.singular(word) == word)
  }
}
