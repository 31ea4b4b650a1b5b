/// White space and line ends of YAML.
enum YAMLBreaks {
  /// The length of a line end at an offset, 0 where there is none.
  static func length(at offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case 0x0A: return 1
    case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    default: return 0
    }
  }

  /// The same, with the rare line ends that libyaml knows too.
  static func anyLength(at offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0x85: return 2
    case 0xE2
    where offset + 2 < bytes.count && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9):
      return 3
    default: return length(at: offset, in: bytes)
    }
  }

  /// Whether a space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// White space that holds a line end and where it ends, with how many line ends; `nil` where the line goes on.
  static func fold(at offset: Int, upTo limit: Int, in bytes: [UInt8]) -> (end: Int, breaks: Int)? {
    var at = offset
    var breaks = 0
    var end = offset
    while at < limit {
      if isBlank(bytes[at]) {
        at += 1
      } else if case let length = length(at: at, in: bytes), length > 0 {
        at += length
        breaks += 1
      } else {
        break
      }
      end = at
    }
    return breaks > 0 ? (end, breaks) : nil
  }

  /// What a fold says: a space, or the empty lines in it.
  static func text(ofFold breaks: Int) -> [UInt8] {
    breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
  }

  /// Where the line ends that holds an offset: before its line end.
  static func lineEnd(from offset: Int, in bytes: [UInt8]) -> Int {
    var at = offset
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return at
  }
}

/// Turns the lines and columns of Yams into offsets, which are asked for in the order of the file.
struct YAMLPlaces {
  private let bytes: [UInt8]
  private var lines: [Int]
  private var last = (line: 0, column: 0, offset: 0)

  /// - Parameter start: where the first line begins: behind a byte order mark.
  init(_ bytes: [UInt8], start: Int) {
    self.bytes = bytes
    lines = [start]
    var at = start
    while at < bytes.count {
      let length = YAMLBreaks.anyLength(at: at, in: bytes)
      at += max(1, length)
      if length > 0 { lines.append(at) }
    }
  }

  /// The offset of a line and a column, both from 1; columns count characters.
  mutating func offset(line: Int, column: Int) -> Int? {
    guard line >= 1, line <= lines.count, column >= 1 else { return nil }
    let isOnward = last.line == line && last.column <= column
    var at = isOnward ? last.offset : lines[line - 1]
    var here = isOnward ? last.column : 1
    while here < column {
      guard at < bytes.count else { return nil }
      at += 1
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      here += 1
    }
    last = (line, column, at)
    return at
  }
}
