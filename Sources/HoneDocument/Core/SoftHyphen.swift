/// A place where a word may be cut (U+00AD): it shows only at the end of a line, and nobody means it.
enum SoftHyphen {
  /// Where the first one stands in some bytes, or `nil`.
  static func first(in bytes: ArraySlice<UInt8>) -> Int? {
    var from = bytes.startIndex
    while let found = bytes[from...].firstIndex(of: 0xC2) {
      if found + 1 < bytes.endIndex, bytes[found + 1] == 0xAD { return found }
      from = found + 1
    }
    return nil
  }
}
