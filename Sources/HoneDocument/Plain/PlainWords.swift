/// The words that tell lines of plain text apart, from `plain.yaml`.
struct PlainWords: Sendable {
  let markers: Set<String>
  let open: Set<String>
  let weaklyOpen: Set<String>
  let hyphened: Set<String>
  let labels: Set<String>
  let titles: Set<String>
  let beforeDates: Set<String>
  let headingWords: Set<String>
  let sections: SectionWords
  let lines: LineWords

  init(_ grammar: FormatGrammar) {
    let node = grammar["plain"]
    func words(_ key: String) -> Set<String> { Set(node?[key]?.strings ?? []) }
    markers = words("markers")
    open = words("open")
    weaklyOpen = words("weakly_open")
    hyphened = words("hyphened")
    labels = words("labels")
    titles = words("titles")
    beforeDates = words("before_dates")
    headingWords = words("heading_words")
    sections = grammar.sections
    lines = grammar.lines
  }

  /// The section of a bullet: one that is a list of skills is no bullet wherever it stands.
  func section(_ section: Section?, of text: [UInt8]) -> Section? {
    guard section?.kind.isLive ?? true, let colon = text.prefix(40).firstIndex(of: 0x3A) else {
      return section
    }
    let label = String(decoding: text[..<colon], as: UTF8.self)
    let kind = labels.contains(label.lowercased()) ? .skills : sections.kind(of: label)
    guard kind == .skills || kind == .education else { return section }
    return Section(heading: section?.heading ?? "", kind: kind ?? .skills)
  }
}
