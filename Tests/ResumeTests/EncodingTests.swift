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
}
