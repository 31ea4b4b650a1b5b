public import HoneCore

/// Chooses among the rewrites of bullets that stand near each other, so that they do not all read alike.
///
/// In any twenty bullets in a row no sentence frame and no opening word comes more than twice where a rewrite of another
/// frame or opener is to be had. The bullets come one after the other, so the choice is the same on every run.
public struct Variety: Sendable {
  private struct Use: Sendable {
    /// The template; `nil` where the bullet's own sentence was kept.
    let frame: String?
    let opener: String
  }

  /// How many bullets in a row are to differ.
  private static let span = 20
  /// How often a frame or an opener may come among them.
  private static let limit = 2

  /// The bullets before the next one, at most one less than `span`, the oldest first.
  private var recent: [Use] = []

  /// No bullet yet.
  public init() {}

  /// The rewrite to use, of several for one bullet, the best first; `nil` where there is none.
  public mutating func choose(_ rewrites: [Rewrite]) -> Rewrite? {
    let uses = rewrites.map { use($0) }
    // Of those that repeat least, the first: a frame and an opener weigh the same.
    guard let least = uses.map(repeats).min(), let index = uses.firstIndex(where: { repeats($0) == least })
    else { return nil }
    remember(uses[index])
    return rewrites[index]
  }

  /// Notes a bullet that stays as it is.
  public mutating func keep(_ text: String) { remember(Use(frame: nil, opener: Variety.opener(of: text))) }

  private func use(_ rewrite: Rewrite) -> Use {
    Use(
      frame: rewrite.template == Rewrite.inPlace ? nil : rewrite.template,
      opener: Variety.opener(of: rewrite.text))
  }

  private func repeats(_ use: Use) -> Int {
    let frames = use.frame == nil ? 0 : recent.count { $0.frame == use.frame }
    let openers = recent.count { $0.opener == use.opener }
    return (frames >= Variety.limit ? 1 : 0) + (openers >= Variety.limit ? 1 : 0)
  }

  private mutating func remember(_ use: Use) {
    recent.append(use)
    if recent.count >= Variety.span { recent.removeFirst() }
  }

  /// The first word, or the slot that stands there.
  private static func opener(of text: String) -> String {
    let bytes = Array(text.utf8)
    if bytes.first == 0x5B, let end = bytes.firstIndex(of: 0x5D) { return bytes.lowered(0..<(end + 1)) }
    return Bytes.words(in: bytes).first.map { bytes.lowered($0) } ?? ""
  }
}
