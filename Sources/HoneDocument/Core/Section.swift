internal import HoneCore
internal import HoneGrammar

/// A part of a résumé under a heading.
public struct Section: Sendable, Hashable {
  /// What a section holds.
  public enum Kind: String, Sendable, CaseIterable {
    case experience, projects, research, summary, volunteering
    case education, skills, publications, awards, contact, other

    /// Whether rules run there.
    public var isLive: Bool {
      switch self {
      case .experience, .projects, .research, .summary, .volunteering: true
      case .education, .skills, .publications, .awards, .contact, .other: false
      }
    }
  }

  /// The heading as it is spelled.
  public let heading: String
  /// What the section holds.
  public let kind: Kind

  /// A section.
  public init(heading: String, kind: Kind) {
    self.heading = heading
    self.kind = kind
  }
}

/// Knows sections by their headings; the words are data.
public struct SectionWords: Sendable {
  private var kinds: [String: Section.Kind] = [:]
  private var order: [Section.Kind] = []
  private var modifiers: Set<String> = []
  private var dividers: Set<String> = []
  private var weak: Set<String> = []
  private var titles: Set<String> = []
  private var phrases: [(phrase: String, kind: Section.Kind)] = []

  /// The words of `sections.yaml`.
  init(_ node: Node?) {
    for (name, words) in node?["kinds"]?.pairs ?? [] {
      guard let kind = Section.Kind(rawValue: name) else { continue }
      order.append(kind)
      for word in words.strings {
        if word.contains(" ") || word.utf8.contains(where: { $0 >= 0x80 }) { phrases.append((word, kind)) }
        if !word.contains(" ") { kinds[word] = kind }
      }
    }
    modifiers = Set(node?["modifiers"]?.strings ?? [])
    dividers = Set(node?["dividers"]?.strings ?? [])
    weak = Set(node?["weak"]?.strings ?? [])
    titles = Set(node?["titles"]?.strings ?? [])
  }

  /// Whether a heading only divides a section in which rules run: “Key achievements” below a job.
  func divides(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains(where: dividers.contains)
      && words.allSatisfy { dividers.contains($0) || modifiers.contains($0) }
  }

  /// Whether a heading is the title of the whole and no part of it.
  func isTitle(_ heading: String) -> Bool { titles.contains(heading.lowercased()) }

  /// What a heading says that its section holds, or `nil` where it says nothing.
  ///
  /// A heading is known where each of its words is: “Senior Research Engineer” is the name of a job.
  public func kind(of heading: String) -> Section.Kind? {
    let lowered = heading.lowercased()
    let words = lowered.split { !$0.isLetter }.map(String.init)
    guard !words.isEmpty, words.count <= 6 else { return nil }
    let plain = words.joined(separator: " ")
    if let known = phrases.first(where: { $0.phrase == plain }) { return known.kind }
    guard words.allSatisfy({ kinds[$0] != nil || modifiers.contains($0) }) else { return nil }
    // “Software Projects” are projects, and “Software” alone is a skill.
    let telling = words.filter { !weak.contains($0) }.compactMap { kinds[$0] }
    let found = Set(telling.isEmpty ? words.compactMap { kinds[$0] } : telling)
    return order.first { found.contains($0) }
  }
}

/// Follows the headings of a file.
public struct SectionTracker: Sendable {
  private let words: SectionWords
  private var path: [(level: Int, section: Section)] = []

  /// A tracker at the head of a file.
  public init(_ words: SectionWords) {
    self.words = words
  }

  /// The section that holds what comes next, or `nil` before the first heading.
  public var current: Section? { path.last?.section }

  /// Comes to a heading.
  ///
  /// One that says nothing belongs to what encloses it; on the outermost level it begins a section of which nothing is
  /// known, and rules run there.
  ///
  /// - Parameters:
  ///   - heading: as it is spelled, without its markup.
  ///   - level: how deep it stands, from 1; any numbers that grow with depth.
  public mutating func enter(_ heading: String, level: Int) {
    while let last = path.last, last.level >= level { path.removeLast() }
    if let outer = path.last?.section, outer.kind.isLive, words.kind(of: outer.heading) != nil,
      words.divides(heading)
    {
      path.append((level, outer))
    } else if let kind = words.kind(of: heading) {
      path.append((level, Section(heading: heading, kind: kind)))
    } else if let outer = path.last?.section {
      path.append((level, outer))
    } else {
      path.append((level, Section(heading: heading, kind: .experience)))
    }
  }
}
