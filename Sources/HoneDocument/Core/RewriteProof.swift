internal import HoneCore

/// Reads a file again once rewrites stand in it, and compares.
struct RewriteProof {
  private let document: Document
  private let rewrites: [Int: Rewrite]
  private let grammar: FormatGrammar
  private let pack: @Sendable ([UInt8]) throws(DocumentError) -> [UInt8]
  /// The file as a reader has it that judges no bullet by its looks, and the numbers there of the document's bullets;
  /// `nil` where it finds others in their place.
  private lazy var lenient: (document: Document, numbers: [Int])? = readLeniently()

  init(
    _ document: Document, _ rewrites: [Int: Rewrite], _ grammar: FormatGrammar,
    _ pack: @escaping @Sendable ([UInt8]) throws(DocumentError) -> [UInt8]
  ) {
    self.document = document
    self.rewrites = rewrites
    // What is read to be compared is not written.
    self.grammar = grammar.withoutSlots
    self.pack = pack
  }

  /// Whether the file holds the same bullets after some edits, but for their rewrites.
  ///
  /// - Parameters:
  ///   - edits: by the numbers of the bullets.
  ///   - strictly: whether a reader must take each for a bullet that judges them by their looks, as the next run will.
  mutating func holds(_ edits: [Int: [Edit]], strictly: Bool = false) -> Bool {
    if edits.isEmpty { return true }
    let all = edits.values.joined().sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let file = try? pack(all.applied(to: document.bytes)) else { return false }
    var texts: [Int: [UInt8]] = [:]
    for index in edits.keys {
      texts[index] = rewrites[index].map { Array(document.bullets[index].text(of: $0).utf8) }
    }
    if let again = try? Document.read(file, as: document.format, grammar),
      RewriteProof.isSame(again, as: document, texts)
    {
      return true
    }
    guard !strictly, let (original, numbers) = lenient,
      let again = try? Document.read(file, as: document.format, grammar.lenient)
    else { return false }
    let moved = Dictionary(uniqueKeysWithValues: texts.map { (numbers[$0.key], $0.value) })
    return RewriteProof.isSame(again, as: original, moved)
  }

  /// Whether two documents hold the same bullets, but for some that have other texts.
  private static func isSame(_ new: Document, as old: Document, _ texts: [Int: [UInt8]]) -> Bool {
    guard new.bullets.count == old.bullets.count else { return false }
    return old.bullets.indices.allSatisfy { index in
      let (before, after) = (old.bullets[index], new.bullets[index])
      return after.text == texts[index] ?? before.text && after.section == before.section
        && after.isLive == before.isLive
    }
  }

  private func readLeniently() -> (document: Document, numbers: [Int])? {
    guard let file = try? pack(document.bytes),
      let lenient = try? Document.read(file, as: document.format, grammar.lenient)
    else { return nil }
    var numbers: [Int] = []
    var next = 0
    for bullet in document.bullets {
      while next < lenient.bullets.count, lenient.bullets[next].start < bullet.start { next += 1 }
      guard next < lenient.bullets.count, lenient.bullets[next].byteRange == bullet.byteRange,
        lenient.bullets[next].text == bullet.text
      else { return nil }
      numbers.append(next)
      next += 1
    }
    return (lenient, numbers)
  }
}
