internal import HoneCore

/// Breaks the lines of a bullet anew, from the first line that a rewrite changes.
struct Wrapping {
  private let bullet: SourceBullet
  private let mayBeginLine: @Sendable ([UInt8]) -> Bool
  /// What stands between two lines: the first break of the bullet.
  private let lineBreak: [UInt8]
  /// The longest of its lines, in bytes.
  private let width: Int

  init(_ bullet: SourceBullet, _ mayBeginLine: @escaping @Sendable ([UInt8]) -> Bool) {
    self.bullet = bullet
    self.mayBeginLine = mayBeginLine
    let breaks = bullet.segments.filter { $0.kind == .softBreak }
    lineBreak = breaks.first.map { Array(bullet.bytes($0.source)) } ?? [0x20]
    // The first line begins left of the bullet's own bytes; the later ones with what a break ends in.
    var longest = 0
    var from = bullet.hull.lowerBound - (bullet.column - 1)
    for line in breaks {
      let end = line.source.lowerBound
      longest = max(longest, end - from)
      from = line.source.upperBound - Wrapping.indent(Array(bullet.bytes(line.source))).count
    }
    width = max(longest, bullet.hull.upperBound - from)
  }

  /// The bullet's bytes with its lines broken anew; `nil` where a comment or the like keeps a line as it is.
  func bytes(of units: [Unit]) -> [UInt8]? {
    var lines = Lines(
      break: lineBreak, indent: Wrapping.indent(lineBreak), width: width, column: bullet.column - 1)
    var expected = bullet.hull.lowerBound
    var isChanged = false
    for unit in units {
      let bytes = bullet.content(unit)
      if let source = unit.source {
        if source.lowerBound != expected { isChanged = true }
        expected = source.upperBound
      } else {
        isChanged = true
      }
      switch unit.kind {
      case .softBreak where !isChanged: lines.keepBreak(bytes)
      case .softBreak: lines.space()
      case .hidden where bytes.contains(0x0A): return nil
      case .verbatim: lines.words(bytes)
      default: lines.unbroken(bytes)
      }
    }
    return lines.finish(mayBeginLine)
  }

  /// What a line break ends in: the indentation of the next line.
  private static func indent(_ lineBreak: [UInt8]) -> [UInt8] {
    guard let end = lineBreak.lastIndex(of: 0x0A) else { return [] }
    return Array(lineBreak[(end + 1)...])
  }
}

/// Lines on their way: words, and between them spaces at which a line may end.
private struct Lines {
  private enum Token {
    case word([UInt8])
    case space
    case kept([UInt8])
  }

  private let lineBreak: [UInt8]
  private let indent: [UInt8]
  private let width: Int
  private let column: Int
  private var tokens: [Token] = []

  init(break lineBreak: [UInt8], indent: [UInt8], width: Int, column: Int) {
    self.lineBreak = lineBreak
    self.indent = indent
    self.width = width
    self.column = column
  }

  mutating func keepBreak(_ bytes: ArraySlice<UInt8>) { tokens.append(.kept(Array(bytes))) }

  mutating func space() { tokens.append(.space) }

  /// Text whose spaces may become line ends.
  mutating func words(_ bytes: ArraySlice<UInt8>) {
    for (index, word) in bytes.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { tokens.append(.space) }
      if !word.isEmpty { unbroken(word) }
    }
  }

  /// Bytes that stay together with what stands right before and behind.
  mutating func unbroken(_ bytes: ArraySlice<UInt8>) {
    if case .word(let word) = tokens.last {
      tokens[tokens.count - 1] = .word(word + bytes)
    } else {
      tokens.append(.word(Array(bytes)))
    }
  }

  func finish(_ mayBeginLine: ([UInt8]) -> Bool) -> [UInt8] {
    var result: [UInt8] = []
    var used = column
    var spaces = 0
    for token in tokens {
      switch token {
      case .space: spaces += 1
      case .kept(let bytes):
        result += bytes
        used = indent.count
        spaces = 0
      case .word(let word):
        // Several spaces, or one that stands first, are not where a line was broken.
        if spaces == 1, used + 1 + word.count > width, used > indent.count, mayBeginLine(word) {
          result += lineBreak
          used = indent.count
        } else {
          result += [UInt8](repeating: 0x20, count: spaces)
          used += spaces
        }
        result += word
        used += word.count
        spaces = 0
      }
    }
    return result
  }
}
