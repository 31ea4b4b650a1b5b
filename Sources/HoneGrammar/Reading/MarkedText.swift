internal import HoneCore

/// Text in which spans are marked `[[…]]`, as examples write it.
public enum MarkedText {
  /// The text without its marks, and the marked spans in bytes.
  public static func read(_ marked: String) -> (text: String, spans: [Range<Int>]) {
    var text: [UInt8] = []
    var spans: [Range<Int>] = []
    var open: Int?
    let bytes = Array(marked.utf8)
    var at = 0
    while at < bytes.count {
      if at + 1 < bytes.count, bytes[at] == 0x5B, bytes[at + 1] == 0x5B, open == nil {
        open = text.count
        at += 2
      } else if at + 1 < bytes.count, bytes[at] == 0x5D, bytes[at + 1] == 0x5D, let start = open {
        spans.append(start..<text.count)
        open = nil
        at += 2
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return (String(decoding: text, as: UTF8.self), spans)
  }

  /// A text with its spans marked.
  public static func write(_ text: String, _ spans: [Range<Int>]) -> String {
    var bytes = Array(text.utf8)
    for span in spans.reversed() {
      bytes.insert(contentsOf: "]]".utf8, at: span.upperBound)
      bytes.insert(contentsOf: "[[".utf8, at: span.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The message of a rule, with holes for captures: `“{vague}” could be anything`.
public enum Message {
  /// The names of the holes, in order.
  public static func holes(in message: String) -> [String] {
    message.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The message with its holes filled.
  public static func fill(_ message: String, _ value: (String) -> String) -> String {
    let text = Array(message.utf8)
    guard var open = text.firstIndex(of: 0x7B) else { return message }
    var result: [UInt8] = []
    var at = 0
    while let close = text[open...].firstIndex(of: 0x7D) {
      result += text[at..<open]
      result += value(text.text((open + 1)..<close)).utf8
      at = close + 1
      guard let next = text[at...].firstIndex(of: 0x7B) else { break }
      open = next
    }
    result += text[at...]
    return String(decoding: result, as: UTF8.self)
  }
}
