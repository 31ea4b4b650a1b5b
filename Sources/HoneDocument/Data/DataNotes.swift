/// What is said of a file of data that was not understood in full.
enum DataNotes {
  /// - Parameters:
  ///   - unknown: where strings begin that could not be decoded.
  ///   - isEmpty: whether no bullet was found.
  static func notes(unknown: [Int], isEmpty: Bool, in bytes: [UInt8]) -> [Note] {
    var notes: [Note] = []
    if let first = unknown.first {
      let line = bytes[..<first].count { $0 == 0x0A } + 1
      let others = unknown.count == 1 ? "" : ", and \(unknown.count - 1) more below,"
      notes.append(
        Note(
          line: line, "this text\(others) is spelled in a way that hone does not know; it is left as it is"))
    }
    if isEmpty, notes.isEmpty {
      notes.append(Note("no key here is one that hone knows to hold bullets, such as highlights or summary"))
    }
    return notes
  }
}
