/// Whose spelling a text keeps to, where the two differ.
public enum English: Sendable {
  /// labeled, modeling
  case american
  /// labelled, modelling
  case british
}

/// Makes the forms of English verbs: by rule, and by the odd forms that a grammar names.
///
/// The rules know what they were not told of: `unmap` becomes `unmapped`, and `resend` keeps the past of `send`. A
/// grammar names only what English itself has no rule for.
public struct Inflection: Sendable {
  /// The past and the participle of a verb.
  public typealias Pasts = (past: String, participle: String)

  /// Past and participle of irregular verbs, by base form.
  public var irregular: [String: Pasts] = [:]
  /// Those that are irregular in British English alone.
  public var britishIrregular: [String: Pasts] = [:]
  /// Verbs whose final consonant doubles although no rule says so.
  public var doubling: Set<String> = []
  /// Those whose final consonant doubles in British English alone.
  public var britishDoubling: Set<String> = []

  /// Regular English alone.
  public init() {}

  /// A form of a verb, given its base.
  public func form(_ form: VerbForm, of base: String, in english: English = .american) -> String {
    // A verb of several words inflects its first (`roll out`); a hyphenated one its last (`fine-tune`).
    if let space = base.firstIndex(of: " ") {
      return self.form(form, of: String(base[..<space]), in: english) + base[space...]
    }
    switch form {
    case .base: return base
    case .past: return odd(base, english)?.past ?? regularPast(base, english)
    case .participle: return odd(base, english)?.participle ?? regularPast(base, english)
    case .ing: return gerund(base, english)
    case .third: return Inflection.third(base)
    }
  }

  // MARK: - Irregular verbs

  /// Prefixes that leave the oddity of a verb in place: rebuild, overwrite, unwind, outrun.
  private static let prefixes = ["re", "over", "out", "up", "off", "co", "under", "un", "mis", "pre"]

  private func odd(_ base: String, _ english: English) -> Pasts? {
    if let odd = named(base, english) { return odd }
    for prefix in Inflection.prefixes where base.hasPrefix(prefix) {
      let stem = String(base.dropFirst(prefix.count))
      if stem.count > 2 || stem == "do", let odd = odd(stem, english) {
        return (prefix + odd.past, prefix + odd.participle)
      }
    }
    guard let hyphen = base.lastIndex(of: "-"),
      let odd = odd(String(base[base.index(after: hyphen)...]), english)
    else { return nil }
    return (base[...hyphen] + odd.past, base[...hyphen] + odd.participle)
  }

  private func named(_ base: String, _ english: English) -> Pasts? {
    english == .british ? britishIrregular[base] ?? irregular[base] : irregular[base]
  }

  // MARK: - Rules

  private func regularPast(_ base: String, _ english: English) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if Letters.endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubled(base, english) + "ed"
  }

  private func gerund(_ base: String, _ english: English) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), base.count > 2, !["ee", "oe", "ye"].contains(where: base.hasSuffix) {
      return base.dropLast() + "ing"
    }
    return doubled(base, english) + "ing"
  }

  private static func third(_ base: String) -> String {
    switch base {
    case "be": "is"
    case "have": "has"
    default: Letters.withS(base)
    }
  }
}
