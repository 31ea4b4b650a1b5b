/// The text of a command's help in its parts: paragraphs first, then sections under headings in capitals.
///
///     Exits with 1 where a finding is at --fail-on or above.
///
///     EXAMPLES
///       hone suggest bullets.txt
///
///     EXIT STATUS
///       0  no finding at --fail-on or above
struct HelpText {
  /// A heading with the lines below it, without their indent.
  struct Section {
    let title: String
    let lines: [String]
  }

  private(set) var paragraphs: [String] = []
  private(set) var sections: [Section] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var paragraph: [String] = []
    func close() {
      if !paragraph.isEmpty { paragraphs.append(paragraph.joined(separator: " ")) }
      paragraph = []
    }
    while let line = lines.popFirst() {
      if HelpText.isHeading(line) {
        close()
        var body = lines.prefix { !HelpText.isHeading($0) && ($0.hasPrefix(" ") || $0.isEmpty) }
        lines = lines.dropFirst(body.count)
        while body.last?.isEmpty == true { body.removeLast() }
        sections.append(
          Section(title: line, lines: body.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }))
      } else if line.isEmpty {
        close()
      } else {
        paragraph.append(line)
      }
    }
    close()
  }

  /// The section of this title.
  func section(_ title: String) -> Section? { sections.first { $0.title == title } }

  private static func isHeading(_ line: String) -> Bool {
    line.count > 3 && line.allSatisfy { $0.isUppercase || $0 == " " } && line.first?.isLetter == true
  }
}

extension CommandUsage {
  /// The examples of its help, as one types them; one may go on over several lines.
  public var examples: [String] {
    var examples: [String] = []
    for line in HelpText(discussion).section("EXAMPLES")?.lines ?? [] where !line.isEmpty {
      if line.hasPrefix(" "), let last = examples.popLast() {
        examples.append("\(last)\n\(line)")
      } else {
        examples.append(line)
      }
    }
    return examples
  }
}
