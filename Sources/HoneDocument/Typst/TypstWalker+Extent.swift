internal import HoneCore

extension TypstWalker {
  func isComment(_ at: Int) -> Bool {
    syntax.byte(at) == 0x2F && syntax.end(at) != nil
  }

  /// The offset behind what begins at an offset.
  func step(_ at: Int) -> Int {
    if let end = syntax.end(at) { return end }
    return at + (syntax.byte(at) == 0x5C ? syntax.escapeLength(at) : 1)
  }

  /// The column of an offset: bytes from the head of its line.
  func column(of offset: Int) -> Int {
    var lower = 0
    var upper = lineStarts.count
    while lower + 1 < upper {
      let middle = (lower + upper) / 2
      if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
    }
    return offset - lineStarts[lower]
  }

  /// The text from an offset on that belongs together: up to a blank line, a list item, a heading, or a line that does
  /// not stand deeper than a column.
  ///
  /// Comments on lines of their own do not end it; those behind its last line are none of it.
  func ownText(_ start: Int, column: Int, _ range: Range<Int>) -> (text: Range<Int>, end: Int) {
    var at = start
    var last = start
    while at < range.upperBound {
      if syntax.byte(at) == 0x0A {
        guard let next = continuation(at, column: column, range) else { break }
        at = next
      } else {
        at = min(step(at), range.upperBound)
        last = at
      }
    }
    return (start..<max(start, last), max(at, start))
  }

  /// Where the text goes on behind a line end, or `nil` where it does not.
  func continuation(_ newline: Int, column: Int, _ range: Range<Int>) -> Int? {
    var at = newline + 1
    var lineStart = at
    while at < range.upperBound {
      let byte = syntax.byte(at)
      if byte == 0x0A { return nil }
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        at += 1
      } else if isComment(at), let end = syntax.end(at) {
        at = end
        // A line that holds nothing but a comment is no blank line.
        var rest = end
        while rest < range.upperBound, [0x20, 0x09, 0x0D].contains(syntax.byte(rest)) { rest += 1 }
        if rest < range.upperBound, syntax.byte(rest) == 0x0A {
          at = rest + 1
          lineStart = at
        }
      } else {
        return at - lineStart > column && TypstMarker(syntax, at, range.upperBound) == nil ? at : nil
      }
    }
    return nil
  }

  /// The text of markup as a reader of the page sees it.
  func plainText(_ range: Range<Int>) -> String {
    var builder = BulletBuilder(source: layer)
    TypstInline.scan(range, into: &builder)
    return String(decoding: builder.textSoFar, as: UTF8.self).trimmed
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
