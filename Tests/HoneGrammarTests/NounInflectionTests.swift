import HoneGrammar
import Testing

/// Plurals and singulars: by rule, and of nouns that have no rule.
@Suite struct NounInflectionTests {
  @Test(arguments: [
    ("model", "models"), ("query", "queries"), ("day", "days"), ("batch", "batches"), ("class", "classes"),
    ("box", "boxes"), ("mesh", "meshes"), ("process", "processes"), ("loss", "losses"),
    ("database", "databases"),
    ("size", "sizes"), ("response", "responses"), ("house", "houses"), ("use", "uses"), ("excuse", "excuses"),
    ("status", "statuses"), ("bus", "buses"), ("bias", "biases"), ("lens", "lenses"), ("alias", "aliases"),
    ("quiz", "quizzes"), ("cache", "caches"), ("niche", "niches"), ("epoch", "epochs"), ("Epoch", "Epochs"),
    ("movie", "movies"), ("repo", "repos"), ("logo", "logos"), ("algo", "algos"), ("photo", "photos"),
    ("hero", "heroes"), ("veto", "vetoes"), ("shoe", "shoes"), ("index", "indices"), ("Matrix", "Matrices"),
    ("confusion matrix", "confusion matrices"), ("vertex", "vertices"), ("appendix", "appendices"),
    ("suffix", "suffixes"), ("regex", "regexes"), ("analysis", "analyses"),
    ("meta-analysis", "meta-analyses"),
    ("hypothesis", "hypotheses"), ("diagnosis", "diagnoses"), ("crisis", "crises"), ("criterion", "criteria"),
    ("phenomenon", "phenomena"), ("spectrum", "spectra"), ("corpus", "corpora"), ("stimulus", "stimuli"),
    ("radius", "radii"), ("child", "children"), ("person", "people"), ("man", "men"), ("woman", "women"),
    ("human", "humans"), ("specimen", "specimens"), ("mouse", "mice"), ("shelf", "shelves"),
    ("half", "halves"),
    ("data", "data"), ("metadata", "metadata"), ("series", "series"), ("k-means", "k-means"),
    ("software", "software"),
  ])
  func aNounHasItsPluralAndTheWayBack(_ one: String, _ many: String) {
    #expect(Inflection.plural(one) == many)
    #expect(Inflection.singular(many) == one)
    #expect(Inflection.singular(one) == one)
  }

  @Test(arguments: [
    ("GPU", "GPUs"), ("LLM", "LLMs"), ("API", "APIs"), ("KPI", "KPIs"), ("SLA", "SLAs"), ("PhD", "PhDs"),
    ("A100", "A100s"), ("OS", "OSs"), ("DAG", "DAGs"),
  ])
  func anAcronymAddsASmallS(_ one: String, _ many: String) {
    #expect(Inflection.plural(one) == many)
    #expect(Inflection.singular(many) == one)
    #expect(Inflection.singular(one) == one)
  }

  @Test(arguments: [
    ("basis", "bases", "base"), ("axis", "axes", "ax"), ("life", "lives", "live"),
    ("neurosis", "neuroses", "neurose"),
  ])
  func aPluralThatTwoNounsShareLeadsBackByRule(_ one: String, _ many: String, _ back: String) {
    #expect(Inflection.plural(one) == many)
    #expect(Inflection.singular(many) == back)
  }

  @Test(arguments: [
    ("index", ["indices", "indexes"]), ("formula", ["formulas"]), ("person", ["people", "persons"]),
    ("model", ["models"]), ("criteria", ["criteria"]), ("matrices", ["matrices"]),
  ])
  func aNounMayHaveTwoPlurals(_ noun: String, _ plurals: [String]) {
    #expect(Inflection.plurals(of: noun) == plurals)
  }

  @Test(arguments: [
    "analysis", "corpus", "class", "process", "model", "loss", "bus", "gas", "atlas", "AWS", "SaaS",
  ])
  func whatIsNoPluralStays(_ word: String) {
    #expect(Inflection.singular(word) == word)
  }
}
