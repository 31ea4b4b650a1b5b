internal import HoneCore

/// Text files are UTF-8; what is something else is refused, and never turned into something that it was not.
enum Encoding {
  /// - Throws: where bytes are no UTF-8 text, with the line and what to do.
  static func check(_ bytes: [UInt8]) throws(DocumentError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DocumentError("this file is UTF-16; save it as UTF-8, or run iconv -f UTF-16 -t UTF-8 on it")
    }
    if let nul = bytes.firstIndex(of: 0) {
      throw DocumentError(line: line(of: nul, bytes), "this line holds a NUL byte, which no text does")
    }
    if let bad = firstInvalid(bytes) {
      throw DocumentError(
        line: line(of: bad, bytes),
        "this line is not valid UTF-8; if the file is Windows-1252, run iconv -f WINDOWS-1252 -t UTF-8 on it")
    }
  }

  /// Lines that end in CR alone, as programs of long ago wrote them, are one line to readers: words of the next ones would
  /// be taken for its own.
  ///
  /// - Throws: where one stands.
  static func checkLineEnds(_ bytes: [UInt8]) throws(DocumentError) {
    if let at = loneReturn(bytes) {
      throw DocumentError(line: line(of: at, bytes), "this line \(hasLoneReturn)")
    }
  }

  static let hasLoneReturn = "holds a line end that is CR alone; run tr '\\r' '\\n' on it"

  /// Where a CR stands that something else follows than a line end, or `nil`.
  static func loneReturn(_ bytes: [UInt8]) -> Int? {
    var at = 0
    while let found = bytes[at...].firstIndex(of: 0x0D) {
      at = found + 1
      while at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] != 0x0A { return found }
    }
    return nil
  }

  private static func line(of offset: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }

  /// Where the first bytes stand that are no UTF-8, or `nil`.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    // Line by line: a line end is no part of any longer character.
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { return start }
      start = end + 1
    }
    return bytes.count - 1
  }
}
