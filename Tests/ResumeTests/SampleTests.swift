import HoneCore
import HoneDocument
import HoneFiles
import HoneTestSupport
import Testing

/// Every format on the sample résumés: what is found, and what a rewrite leaves alone.
@Suite struct SampleTests {
  private func document(_ resume: Resume) throws -> Document {
    let format = try #require(Format.named(resume.ending))
    return try Document.read(resume.bytes, as: format, pdfText: PDFText.text)
  }

  @Test(arguments: Resume.all)
  func everyBulletThatAPersonCountsIsFoundAndNothingElse(_ resume: Resume) throws {
    let document = try document(resume)
    let found = document.reported.map { document.bullets[$0] }.map { bullet in
      Resume.Bullet(
        line: bullet.line, section: bullet.section?.heading ?? "",
        text: String(decoding: bullet.text, as: UTF8.self))
    }
    for missed in resume.expected where !found.contains(missed) { Issue.record("missed: \(missed)") }
    for wrong in found where !resume.expected.contains(wrong) { Issue.record("found: \(wrong)") }
    #expect(found.count == resume.expected.count)
  }

  @Test(arguments: Resume.all)
  func bulletsStandInOrderAndApart(_ resume: Resume) throws {
    let document = try document(resume)
    var end = 0
    for bullet in document.bullets {
      #expect(bullet.byteRange.lowerBound >= end && bullet.byteRange.upperBound <= document.bytes.count)
      end = bullet.byteRange.upperBound
    }
  }

  @Test(arguments: Resume.all)
  func keptWordsKeepTheirBytes(_ resume: Resume) throws {
    for bullet in try document(resume).bullets {
      #expect(bullet.edits(for: Changes.rewrite(bullet, .nothing)) == [], "\(bullet.line)")
    }
  }

  @Test(arguments: Resume.all, Changes.Way.allCases)
  func aChangeIsReadAsItWasMeantAndTouchesNothingElse(_ resume: Resume, _ way: Changes.Way) throws {
    let document = try document(resume)
    guard document.isWritable else { return }
    var rewrites: [Int: Rewrite] = [:]
    for index in document.bullets.indices { rewrites[index] = Changes.rewrite(document.bullets[index], way) }
    let result = try document.rewriting(rewrites)
    let format = document.format
    let again = try Document.read(result.bytes, as: format)
    let (old, new) = try Changes.bullets(resume.bytes, result.bytes, format)
    #expect(new.count == old.count)
    var meant: [Range<Int>: [UInt8]] = [:]
    for (index, bullet) in document.bullets.enumerated() where !result.refused.contains(index) {
      meant[bullet.byteRange] = Array(bullet.text(of: rewrites[index]!).utf8)
    }
    for (old, new) in zip(old, new) { #expect(new.text == meant[old.byteRange] ?? old.text) }
    #expect(result.edits.applied(to: document.bytes) == again.bytes)
    // Outside of the bullets not a byte is another one.
    for edit in result.edits {
      #expect(
        document.bullets.contains {
          $0.start <= edit.range.lowerBound && edit.range.upperBound <= $0.start + $0.raw.count
        })
    }
    if way == .nothing { #expect(result.bytes == resume.bytes) }
    // What a host cannot bear is refused; to refuse everything is no way to be safe.
    if way == .opener || way == .cut {
      #expect(result.refused.count * 5 <= max(15, document.bullets.count), "refused \(result.refused)")
    }
  }
}
