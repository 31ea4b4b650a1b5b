import Zlib

/// Builds zip archives for tests, as odd as somebody may have written them.
struct TestArchive {
  /// How a member is written.
  struct Member {
    var name: String
    var contents: [UInt8]
    var isStored = false
    /// Whether its figures stand behind its data, and whether a sign stands before them.
    var descriptor: Descriptor = .none
    var flags: UInt16 = 0
    var method: UInt16?
    var extra: [UInt8] = []
  }

  enum Descriptor { case none, signed, bare }

  var members: [Member]
  var comment: [UInt8] = []

  /// A document with this XML for its text, and styles.
  static func document(_ body: String, styles: String = "") -> TestArchive {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    return TestArchive(members: [
      Member(name: "[Content_Types].xml", contents: Array("<Types/>".utf8)),
      Member(
        name: "word/document.xml",
        contents: Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8)),
      Member(
        name: "word/styles.xml", contents: Array("<w:styles \(names)>\(styles)</w:styles>".utf8),
        isStored: true),
    ])
  }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let packed = member.isStored ? member.contents : Zlib.deflate(member.contents) ?? []
      let figures =
        word(Zlib.crc32(member.contents)) + word(UInt32(packed.count)) + word(UInt32(member.contents.count))
      let flags = member.flags | (member.descriptor == .none ? 0 : 8)
      let method = member.method ?? (member.isStored ? 0 : 8)
      let head = half(20) + half(flags) + half(method) + half(0x6000) + half(0x21)
      let name = Array(member.name.utf8)
      directory +=
        word(0x0201_4B50) + half(45) + head + figures + half(UInt16(name.count)) + half(0) + half(0)
      directory += half(0) + half(0) + word(0) + word(UInt32(out.count)) + name
      out +=
        word(0x0403_4B50) + head + (member.descriptor == .none ? figures : [UInt8](repeating: 0, count: 12))
      out += half(UInt16(name.count)) + half(UInt16(member.extra.count)) + name + member.extra + packed
      if member.descriptor == .signed { out += word(0x0807_4B50) }
      if member.descriptor != .none { out += figures }
    }
    let start = UInt32(out.count)
    let count = UInt16(members.count)
    out += directory + word(0x0605_4B50) + half(0) + half(0) + half(count) + half(count)
    return out + word(UInt32(directory.count)) + word(start) + half(UInt16(comment.count)) + comment
  }

  private func half(_ value: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }

  private func word(_ value: UInt32) -> [UInt8] {
    half(UInt16(truncatingIfNeeded: value)) + half(UInt16(value >> 16))
  }
}
