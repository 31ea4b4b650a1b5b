public import HoneCore
public import HoneDocument
public import HoneReport

extension Document {
  /// The rewrites that somebody chose from a report, by the number of the bullet.
  ///
  /// - Throws: with the line of the record, where a bullet is not what it was when the report was written, two rewrites are
  ///   chosen for one, or its edits say something else than its pieces.
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
      guard agrees(choice, bullets[index]) else {
        throw DocumentError(
          line: choice.line,
          "the “edits” of the chosen rewrite do not make what its “pieces” make; change both alike, or take “edits” out"
        )
      }
      if rewrites.updateValue(choice.rewrite, forKey: index) != nil {
        throw DocumentError(line: choice.line, "two rewrites are chosen for this bullet; keep one")
      }
    }
    matchTwins(&rewrites)
    return rewrites
  }

  /// Whether the edits that a record holds make what its pieces make. A file whose bytes nobody can tell has none.
  private func agrees(_ choice: ChosenRewrite, _ bullet: SourceBullet) -> Bool {
    guard let said = choice.edits, hasLineNumbers, let made = bullet.edits(for: choice.rewrite) else {
      return true
    }
    // What is no UTF-8 in the file cannot be told as it is.
    func told(_ edit: Edit) -> Edit {
      Edit(edit.range, Array(String(decoding: edit.bytes, as: UTF8.self).utf8))
    }
    if said == made.map(told) { return true }
    var at = 0
    for edit in said {
      guard at <= edit.range.lowerBound, edit.range.upperBound <= bytes.count else { return false }
      at = edit.range.upperBound
    }
    return said.applied(to: bytes) == made.applied(to: bytes)
  }
}
