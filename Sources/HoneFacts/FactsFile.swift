internal import HoneCore
public import HoneGrammar

/// A file of facts that only the writer knows: entries by bullet, in YAML that people may edit.
///
/// What somebody wrote between the entries stays, and so does their order.
public struct FactsFile: Sendable {
  /// How a bullet stands to the entry that knows it.
  public enum Match: Sendable, Hashable {
    /// It reads as it did before the answers went in.
    case original(FactEntry)
    /// The answers stand in it already.
    case filled(FactEntry)

    /// The entry.
    public var entry: FactEntry {
      switch self {
      case .original(let entry), .filled(let entry): entry
      }
    }
  }

  /// The name of the file, for messages.
  public let name: String
  /// The whole file.
  public private(set) var text: String
  /// The entries, in the order of the file.
  public private(set) var entries: [FactEntry] = []
  /// Where they stand, entry by entry.
  public private(set) var places: [FactEntry.Places] = []
  private var byOriginal: [[UInt8]: Int] = [:]
  private var byFilled: [[UInt8]: Int] = [:]

  /// A file that does not exist yet.
  public init(name: String) {
    self.name = name
    text = ""
  }

  /// A file that somebody has, with its text.
  ///
  /// - Throws: all that is wrong with it, with its places.
  public init(name: String, text: String) throws(GrammarErrors) {
    self.name = name
    self.text = text
    for read in try FactsReader.read(text, name: name) { add(read.entry, read.places) }
  }

  private mutating func add(_ entry: FactEntry, _ places: FactEntry.Places) {
    let index = entries.count
    entries.append(entry)
    self.places.append(places)
    note(entry.original, index, in: &byOriginal)
    if let filled = entry.filled { note(filled, index, in: &byFilled) }
  }

  /// Of two entries for one text the first holds.
  private func note(_ text: String, _ index: Int, in known: inout [[UInt8]: Int]) {
    let key = BulletID.normalised(text)
    if known[key] == nil { known[key] = index }
  }

  /// What is known of a bullet, or `nil`.
  public func match(_ bullet: String) -> Match? {
    let key = BulletID.normalised(bullet)
    // A bullet that was filled once and asked about again is the original of a second entry.
    if let index = byOriginal[key], byFilled[key] != index { return .original(entries[index]) }
    return byFilled[key].map { .filled(entries[$0]) }
  }

  /// The ids of all entries that a bullet belongs to.
  public func ids(of bullet: String) -> [String] {
    let key = BulletID.normalised(bullet)
    return [byOriginal[key], byFilled[key]].compactMap { $0.map { entries[$0].id } }
  }

  /// The entries whose bullet nobody met. They stay in the file: their bullets may come back.
  ///
  /// - Parameter met: the ids of the entries whose bullets were met, of all files that share this one.
  public func orphans(met: Set<String>) -> [FactEntry] {
    // A bullet that was filled twice has two entries, of which the later one knows it.
    entries.filter { entry in
      !met.contains(entry.id) && entry.filled.map { met.isDisjoint(with: ids(of: $0)) } ?? true
    }
  }

  /// The line of an entry, or 0.
  public func line(of entry: FactEntry) -> Int {
    entries.firstIndex { $0.id == entry.id }.map { places[$0].entry.line } ?? 0
  }

  /// Puts an entry in the place of the one with its id, or at the end.
  ///
  /// - Throws: where the file is laid out in another way than hone writes it, so that the entry finds no place.
  public mutating func put(_ entry: FactEntry) throws(GrammarErrors) {
    var wanted = entries
    if let index = wanted.firstIndex(where: { $0.id == entry.id }) {
      if wanted[index] == entry { return }
      wanted[index] = entry
    } else {
      wanted.append(entry)
    }
    let new = FactsWriter(text).putting(entry, keys: zip(entries, places).map { ($0.id, $1.entry.line) })
    let read = try? FactsFile(name: name, text: new)
    guard let read, read.entries == wanted else {
      throw GrammarErrors([
        GrammarProblem(
          Place(file: name, line: 1, column: 1),
          "entries cannot be put into this file as it is laid out; give each a key at the beginning of a line, or --facts with another file"
        )
      ])
    }
    self = read
  }
}
