/// The verbs of a grammar: their classes, their odd forms, and how strong a claim each makes.
public struct VerbTable: Sendable {
  /// The names of the classes; the verbs of each stand in the grammar's `words`.
  public var classes: [String] = []
  /// How English forms are made.
  public var inflection = Inflection()

  /// No verbs.
  public init() {}
}

/// The forms of a verb.
public enum VerbForm: String, Sendable, CaseIterable {
  /// train
  case base
  /// trained
  case past
  /// trained, written
  case participle
  /// training
  case ing
  /// trains
  case third
}
