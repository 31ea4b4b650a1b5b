/// Nouns that English has no rule for, by how they end.
enum OddNouns {
  /// How a noun ends, and its plural.
  struct Tail: Sendable {
    let one: String
    let many: String
    /// Whether the regular plural is written too: indexes beside indices.
    let isFree: Bool

    init(_ one: String, _ many: String, isFree: Bool = false) {
      self.one = one
      self.many = many
      self.isFree = isFree
    }
  }

  /// Whether a noun ends in a tail, whatever the case of the tail's first letter, which both forms share.
  static func ends(_ noun: String, in tail: String) -> Bool {
    guard noun.hasSuffix(tail.dropFirst()), noun.count >= tail.count else { return false }
    return noun.dropLast(tail.count - 1).last?.lowercased() == String(tail.prefix(1))
  }

  /// A noun with one tail for another; the first letter stays as it is.
  static func swapping(_ tail: String, for other: String, in noun: String) -> String {
    String(noun.dropLast(tail.count - 1)) + String(other.dropFirst())
  }

  /// Whether a noun is a compound of man: woman, salesman. A human is none.
  static func isOfMan(_ noun: String) -> Bool {
    noun.lowercased().hasSuffix("man") && !notOfMan.contains(Letters.lastWord(of: noun))
  }

  /// Whether a noun is the plural of such a compound.
  static func isOfMen(_ noun: String) -> Bool {
    noun.lowercased().hasSuffix("men") && !notOfMen.contains(Letters.lastWord(of: noun))
  }

  private static let notOfMan: Set<String> = [
    "human", "german", "roman", "ottoman", "norman", "shaman", "talisman",
  ]
  private static let notOfMen: Set<String> = [
    "specimen", "regimen", "acumen", "abdomen", "omen", "ramen", "amen",
  ]

  /// Whether a noun shows by its tail that it is a plural already.
  static func isPlural(_ noun: String) -> Bool {
    isOfMen(noun) || tails.contains { ends(noun, in: $0.many) }
  }

  /// Whether a noun is one and many.
  static func isUnchanging(_ noun: String) -> Bool {
    let noun = noun.lowercased()
    return unchanging.contains { noun.hasSuffix($0) }
  }

  /// Tails that lead back to the singular as well.
  static let tails: [Tail] = [
    Tail("index", "indices", isFree: true), Tail("matrix", "matrices", isFree: true),
    Tail("vertex", "vertices", isFree: true), Tail("vortex", "vortices", isFree: true),
    Tail("cortex", "cortices", isFree: true), Tail("appendix", "appendices", isFree: true),
    Tail("helix", "helices", isFree: true), Tail("analysis", "analyses"), Tail("paralysis", "paralyses"),
    Tail("emphasis", "emphases"), Tail("genesis", "geneses"), Tail("thesis", "theses"),
    Tail("diagnosis", "diagnoses"), Tail("prognosis", "prognoses"),
    Tail("crisis", "crises"), Tail("criterion", "criteria"), Tail("phenomenon", "phenomena"),
    Tail("automaton", "automata", isFree: true), Tail("bacterium", "bacteria"),
    Tail("curriculum", "curricula", isFree: true), Tail("memorandum", "memoranda", isFree: true),
    Tail("symposium", "symposia", isFree: true), Tail("consortium", "consortia", isFree: true),
    Tail("spectrum", "spectra", isFree: true), Tail("quantum", "quanta"), Tail("stratum", "strata"),
    Tail("maximum", "maxima", isFree: true),
    Tail("minimum", "minima", isFree: true), Tail("optimum", "optima", isFree: true),
    Tail("stimulus", "stimuli"), Tail("nucleus", "nuclei"), Tail("alumnus", "alumni"), Tail("locus", "loci"),
    Tail("radius", "radii", isFree: true), Tail("fungus", "fungi", isFree: true),
    Tail("corpus", "corpora", isFree: true), Tail("child", "children"),
    Tail("person", "people", isFree: true),
    Tail("foot", "feet"), Tail("tooth", "teeth"), Tail("mouse", "mice", isFree: true),
    Tail("leaf", "leaves"), Tail("shelf", "shelves"), Tail("self", "selves"), Tail("half", "halves"),
    Tail("wolf", "wolves"), Tail("calf", "calves"), Tail("loaf", "loaves"), Tail("thief", "thieves"),
    Tail("knife", "knives"), Tail("wife", "wives"),
  ]

  /// Tails whose plural may belong to another noun: bases is of base as well.
  static let plurals: [Tail] = [
    Tail("basis", "bases"), Tail("oasis", "oases"), Tail("axis", "axes"), Tail("osis", "oses"),
    Tail("life", "lives"),
  ]

  private static let unchanging = [
    "data", "media", "means", "diabetes", "corps", "series", "species", "software", "hardware", "firmware",
    "middleware", "aircraft", "spacecraft",
    "headquarters", "feedback", "information", "equipment", "news", "sheep", "analytics", "physics",
    "mathematics",
    "economics", "robotics", "genomics", "proteomics", "logistics", "politics", "ethics", "electronics",
    "mechanics",
    "dynamics", "kinematics", "informatics", "linguistics", "chaos",
  ]

  /// Nouns in -s whose plural adds -es; the plurals of all others in -ses come from -se.
  static let inS: Set<String> = [
    "bias", "alias", "atlas", "canvas", "gas", "lens", "iris", "bus", "plus",
  ]

  /// Whether a word ends in -us as status and radius do: the plurals of use, abuse and house do not come from one.
  static func isInUS(_ word: String) -> Bool {
    guard word.hasSuffix("us"), !inUSE.contains(word + "e"), let before = word.dropLast(2).last else {
      return false
    }
    return word.dropLast(2).contains(where: Letters.isVowel) && (before == "i" || !Letters.isVowel(before))
  }

  private static let inUSE: Set<String> = ["excuse", "abuse", "refuse", "misuse", "recluse"]

  /// Nouns in -che; the plurals of all others in -ches come from -ch.
  static let inCHE: Set<String> = [
    "cache", "niche", "headache", "avalanche", "psyche", "moustache", "cliche",
  ]

  /// Nouns in -ie; the plurals of all others in -ies come from -y.
  static let inIE: Set<String> = [
    "movie", "cookie", "calorie", "selfie", "zombie", "rookie", "brownie", "genie", "smoothie", "prairie",
    "tie",
    "die", "lie", "pie",
  ]
}
