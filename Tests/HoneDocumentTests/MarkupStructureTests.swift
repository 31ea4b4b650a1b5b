import HoneCore
import HoneTestSupport
import Testing

@testable import HoneDocument

/// What a rewrite leaves of a page's blocks and of a document's paragraphs: all of them.
@Suite struct MarkupStructureTests {
  /// Every bullet with another beginning, as far as the file can hold it.
  private func rewritten(_ document: Document) throws -> Rewritten {
    var rewrites: [Int: Rewrite] = [:]
    for (index, bullet) in document.bullets.enumerated() {
      let end = bullet.text.firstIndex(of: 0x20) ?? bullet.text.count
      let rest = String(decoding: bullet.text[end...], as: UTF8.self)
      let pieces = [Piece("<Probed>", .grammar), Piece(rest, .kept(end..<bullet.text.count))]
      rewrites[index] = Rewrite(
        pieces: pieces.filter { !$0.text.isEmpty }, tier: .safe, template: Rewrite.inPlace, mends: [],
        slots: [])
    }
    return try document.rewriting(rewrites)
  }

  private func tags(_ bytes: [UInt8], isXML: Bool, _ isWanted: (String) -> Bool) -> [String] {
    MarkupTokenizer.tokens(bytes, isXML: isXML).compactMap { token in
      guard [.start, .empty, .end].contains(token.kind), isWanted(bytes.lowered(token.name)) else {
        return nil
      }
      return bytes.text(token.range)
    }
  }

  @Test(arguments: Resume.all.filter { $0.ending == "html" })
  func thePageKeepsItsBlocks(_ resume: Resume) throws {
    let result = try rewritten(try Document.read(resume.bytes, as: .html))
    #expect(!result.edits.isEmpty)
    let before = tags(resume.bytes, isXML: false) { HTMLNames.block.contains($0) }
    #expect(tags(result.bytes, isXML: false) { HTMLNames.block.contains($0) } == before)
  }

  @Test(arguments: Resume.all.filter { $0.ending == "docx" })
  func theDocumentKeepsItsParagraphsAndTheLooksOfItsRuns(_ resume: Resume) throws {
    let document = try Document.read(resume.bytes, as: .docx)
    let result = try rewritten(document)
    #expect(!result.edits.isEmpty)
    let again = try Document.read(result.bytes, as: .docx)
    let isText = { (name: String) in ["w:t", "w:r", "w:prooferr"].contains(name) }
    let before = tags(document.bytes, isXML: true) { !isText($0) }
    #expect(tags(again.bytes, isXML: true) { !isText($0) } == before)
  }

  @Test(arguments: Resume.all.filter { $0.ending == "html" || $0.ending == "docx" })
  func whereNothingIsRewrittenTheFileIsTheSame(_ resume: Resume) throws {
    let format = try #require(Format.named(resume.ending))
    let document = try Document.read(resume.bytes, as: format)
    #expect(try document.rewriting([:]).bytes == resume.bytes)
  }
}
