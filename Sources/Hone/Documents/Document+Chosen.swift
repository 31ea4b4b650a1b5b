public import HoneCore
public import HoneDocument
public import HoneReport

extension Document {
  /// The rewrites that somebody chose from a report, by the number of the bullet.
  ///
  /// - Throws: with the line of the record, where a bullet is not what it was when the report was written, or two rewrites are
  ///   chosen for one.
  public func rewrites(chosen choices: [ChosenRewrite]) throws(DocumentError) -> [Int: Rewrite] {
    var rewrites: [Int: Rewrite] = [:]
    for choice in choices {
      let text = Array(choice.text.utf8)
      guard let index = bullets.firstIndex(where: { $0.byteRange == choice.byteRange && $0.text == text })
      else {
        throw DocumentError(
          line: choice.line,
          "this bullet is not what it was when it was suggested; run `hone suggest` anew")
      }
      if rewrites.updateValue(choice.rewrite, forKey: index) != nil {
        throw DocumentError(line: choice.line, "two rewrites are chosen for this bullet; keep one")
      }
    }
    matchTwins(&rewrites)
    return rewrites
  }
}
