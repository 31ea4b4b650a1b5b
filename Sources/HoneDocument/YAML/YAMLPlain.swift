/// A plain scalar: words without quotes, perhaps over several lines.
struct YAMLPlain {
  private let bytes: [UInt8]
  private let start: Int
  private let value: [UInt8]

  init(_ bytes: [UInt8], _ scalar: DataScalar) {
    self.init(bytes, scalar.range.lowerBound, scalar.value ?? "")
  }

  init(_ bytes: [UInt8], _ start: Int, _ value: String) {
    self.bytes = bytes
    self.start = start
    self.value = Array(value.utf8)
  }

  /// Where it ends; `nil` where its bytes do not say what Yams makes of them.
  var end: Int? {
    walk(text: { _ in }, fold: { _, _ in })
  }

  func decode(into builder: inout LayerBuilder) -> Bool {
    walk(text: { builder.verbatim($0) }, fold: { builder.atom($0, $1) }) != nil
  }

  private func walk(text: (Range<Int>) -> Void, fold: ([UInt8], Range<Int>) -> Void) -> Int? {
    var at = start
    var from = start
    var index = 0
    while index < value.count {
      guard at < bytes.count else { return nil }
      if YAMLBreaks.isBlank(bytes[at]) || YAMLBreaks.length(at: at, in: bytes) > 0 {
        if let (end, breaks) = foldBehindBlanks(at) {
          let says = YAMLBreaks.text(ofFold: breaks)
          guard value[index...].starts(with: says) else { return nil }
          if from < at { text(from..<at) }
          fold(says, at..<end)
          index += says.count
          at = end
          from = end
          continue
        }
      }
      guard value[index] == bytes[at] else { return nil }
      index += 1
      at += 1
    }
    if from < at { text(from..<at) }
    return at
  }

  /// A fold, if nothing but blanks stands before the line end; blanks inside a line are looked at once.
  private func foldBehindBlanks(_ offset: Int) -> (end: Int, breaks: Int)? {
    if offset > start, YAMLBreaks.isBlank(bytes[offset - 1]), YAMLBreaks.isBlank(bytes[offset]) { return nil }
    return YAMLBreaks.fold(at: offset, upTo: bytes.count, in: bytes)
  }
}
