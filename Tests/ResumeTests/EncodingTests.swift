import HoneDocument
import Testing

/// Files that are no UTF-8.
@Suite struct EncodingTests {
  @Test(arguments: Format.allCases.filter { $0 != .docx && $0 != .pdf })
  func anotherEncodingIsRefusedWithWhatToDo(_ format: Format) {
    let cases: [([UInt8], Int, String)] = [
      (Array("- one\n- r".utf8) + [0xE9] + Array("sum".utf8), 2, "WINDOWS-1252"),
      ([0xFF, 0xFE, 0x2D, 0x00], 0, "UTF-16"), (Array("- a\n\n- b\0".utf8), 3, "NUL"),
    ]
    for (bytes, line, words) in cases {
      let error = #expect(throws: DocumentError.self) { try Document.read(bytes, as: format) }
      #expect(error?.line == line && error?.text.contains(words) == true)
    }
  }

  @Test(arguments: [Format.plain, .lines, .markdown, .latex, .yaml, .typst, .org, .asciidoc])
  func linesThatEndInCRAloneAreRefusedWithWhatToDo(_ format: Format) {
    for (text, line) in [("- Built it\r- Led it\r", 1), ("- one a\n- two b\r- three c\n", 2)] {
      let error = #expect(throws: DocumentError.self) { try Document.read(Array(text.utf8), as: format) }
      #expect(error?.line == line && error?.text.contains("CR alone") == true)
    }
  }

  @Test(arguments: ["- one a\r\n- two b\r\r\n- three c\r"])
  func aReturnBeforeALineEndIsNoFault(_ text: String) throws {
    #expect(try Document.read(Array(text.utf8), as: .markdown).bullets.count == 3)
  }
}
