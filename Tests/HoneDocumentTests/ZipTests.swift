import HoneCore
import HoneDocument
import Testing
import Zlib

/// The archive around a document: one member changes, and nothing else does.
@Suite struct ZipTests {
  private static let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
  private static let body = "<w:p>\(list)<w:r><w:t>Utilized maps to find lost cats</w:t></w:r></w:p>"

  private func rewritten(_ archive: TestArchive) throws -> [UInt8] {
    let document = try Document.read(archive.bytes, as: .docx)
    let bullet = try #require(document.bullets.first)
    return try document.rewriting([0: Reading.rewrite("Used old maps to find 40 lost cats", of: bullet)])
      .bytes
  }

  /// The same archive as it would have been written with the new text.
  private func expected(_ archive: TestArchive) -> TestArchive {
    var archive = archive
    for index in archive.members.indices where archive.members[index].name.lowercased() == "word/document.xml"
    {
      let old = String(decoding: archive.members[index].contents, as: UTF8.self)
      archive.members[index].contents = Array(
        old.split(separator: "Utilized maps to find lost cats").joined(
          separator: "Used old maps to find 40 lost cats"
        ).utf8)
    }
    return archive
  }

  private func archives() -> [TestArchive] {
    let plain = TestArchive.document(ZipTests.body)
    return [TestArchive.Descriptor.none, .signed, .bare].flatMap { descriptor in
      [false, true].map { isStored in
        var archive = plain
        archive.comment = Array("a comment with PK\u{5}\u{6} in it".utf8)
        for index in archive.members.indices {
          archive.members[index].descriptor = descriptor
          archive.members[index].extra = [1, 0, 2, 0, 7, 7]
        }
        archive.members[1].isStored = isStored
        return archive
      }
    }
  }

  @Test func everyOtherByteOfTheArchiveStays() throws {
    for archive in archives() {
      #expect(try rewritten(archive) == expected(archive).bytes)
      let same = try Document.read(archive.bytes, as: .docx).rewriting([:])
      #expect(same.bytes == archive.bytes)
    }
  }

  @Test func namesMayBeInAnotherCase() throws {
    var archive = TestArchive.document(ZipTests.body)
    archive.members[1].name = "Word/Document.XML"
    #expect(try rewritten(archive) == expected(archive).bytes)
  }

  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try Document.read(bytes, as: .docx)
      return "none"
    } catch { return error.text }
  }

  @Test func whatMustNotBeTouchedIsRefusedWithAWord() {
    let plain = TestArchive.document(ZipTests.body)
    var locked = plain
    locked.members[1].flags = 1
    #expect(refusal(locked.bytes).contains("encrypted"))
    var packed = plain
    packed.members[1].method = 14
    #expect(refusal(packed.bytes).contains("method 14"))
    var signed = plain
    signed.members.append(TestArchive.Member(name: "_xmlsignatures/sig1.xml", contents: [0x20]))
    #expect(refusal(signed.bytes).contains("signed"))
    var twice = plain
    twice.members.append(plain.members[1])
    #expect(refusal(twice.bytes).contains("damaged"))
    var empty = plain
    empty.members.remove(at: 1)
    #expect(refusal(empty.bytes).contains("no word/document.xml"))
    #expect(refusal(Array("Not a zip archive, but long enough to be one".utf8)).contains("no zip"))
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).contains("password"))
    var large = plain.bytes
    large.replaceSubrange((large.count - 6)..<(large.count - 2), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(refusal(large).contains("zip64"))
  }

  @Test func aDamagedArchiveIsRefused() {
    let bytes = TestArchive.document(ZipTests.body).bytes
    for length in 0..<bytes.count { #expect(refusal(Array(bytes[..<length])) != "none") }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x55
      // Whatever it is read as must come back as it was.
      guard let document = try? Document.read(damaged, as: .docx) else { continue }
      #expect((try? document.rewriting([:]).bytes) ?? damaged == damaged)
    }
  }

  @Test(arguments: [0, 1, 3, 70_000])
  func packedBytesUnpackToThemselvesAlone(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 % 17) }
    let packed = try #require(Zlib.deflate(bytes))
    #expect(Zlib.inflate(packed[...], size: count) == bytes)
    #expect(Zlib.inflate(packed[...], size: count + 1) == nil)
    #expect(Zlib.inflate(packed.dropLast(), size: count) == nil)
    #expect(Zlib.inflate((packed + [0])[...], size: count) == nil)
  }
}
