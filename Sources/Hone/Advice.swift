public import HoneCore
public import HoneEngine

/// What hone has to say of one bullet.
public struct Advice {
  /// A candidate that was not good enough, and why.
  public struct Dropped: Sendable, Hashable {
    /// The template that made it.
    public let template: String
    /// Its text.
    public let text: String
    /// Why it was dropped.
    public let reason: String
  }

  /// What the bullet shows: findings, facts, frame.
  public let analysis: Analysis
  /// The rewrite that may be applied unattended, or `nil`.
  public let safe: Rewrite?
  /// The rewrites with slots, best first.
  public let rewrites: [Rewrite]
  /// What was tried and refused.
  public let dropped: [Dropped]

  init(analysis: Analysis, safe: Rewrite? = nil, rewrites: [Rewrite] = [], dropped: [Dropped] = []) {
    self.analysis = analysis
    self.safe = safe
    self.rewrites = rewrites
    self.dropped = dropped
  }

  /// The findings, by place.
  public var findings: [Finding] { analysis.findings }

  /// The best rewrite: with slots where there is one, else the safe one.
  public var best: Rewrite? { rewrites.first ?? safe }
}
