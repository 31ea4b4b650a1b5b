public import HoneCore
public import HoneEngine

/// A rewrite as the generator proposes it: nobody has judged it yet.
public struct Candidate {
  /// The text that the pieces refer to: the bullet, or a draft of it that passed.
  public let base: Analysis
  /// The pieces, by ranges of `base`.
  public let pieces: [Piece]
  /// The rules whose findings in `base` it mends.
  public let mends: Set<String>
  /// The verbs for which its words stand.
  public let standsFor: [String]
  /// How far it can be trusted.
  public let tier: Tier
  /// The template that made it, or `in-place`.
  public let template: String
  /// What kind of sentence it is; of several rewrites no two have the same.
  public let shape: String
}
