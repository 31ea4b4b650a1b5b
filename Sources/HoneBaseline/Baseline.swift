internal import HoneCore
public import HoneGrammar

/// The findings that somebody accepts as they are, so that only new ones are told.
///
/// A finding is known by its file, its rule and the words of its bullet, never by its place: a bullet that moves stays
/// accepted. Where the same rule finds something in the same words several times, as many are accepted as were counted.
public struct Baseline: Sendable {
  /// Findings of one rule in bullets of one text.
  public struct Entry: Sendable, Hashable {
    /// The path of the file, relative to the folder of the baseline.
    public let file: String
    /// The bullet's text.
    public let bullet: String
    /// The id of the rule.
    public let rule: String
    /// How many findings are accepted, 1 or more.
    public let count: Int

    /// An entry.
    public init(file: String, bullet: String, rule: String, count: Int) {
      self.file = file
      self.bullet = bullet
      self.rule = rule
      self.count = count
    }

    /// The same with another count.
    public func counting(_ count: Int) -> Entry {
      Entry(file: file, bullet: bullet, rule: rule, count: count)
    }
  }

  /// What a finding is known by.
  private struct Key: Hashable {
    let file: String
    let bullet: [UInt8]
    let rule: String
  }

  private var kept: [Key: Entry] = [:]

  /// A baseline that accepts nothing.
  public init() {}

  /// The baseline of a file's text.
  ///
  /// - Parameter name: the file, for messages.
  /// - Throws: all that is wrong with it, with its places.
  public init(name: String, text: String) throws(GrammarErrors) {
    for entry in try BaselineReader.read(text, name: name) { add(entry) }
  }

  /// Accepts findings, beside those that are accepted already.
  public mutating func add(_ entry: Entry) {
    let key = Baseline.key(entry.file, entry.bullet, entry.rule)
    let known = kept[key]
    // Of two spellings of one text the same one is written, whichever came first.
    let bullet = known.map { Baseline.precedes($0.bullet, entry.bullet) ? $0.bullet : entry.bullet }
    kept[key] = Entry(
      file: entry.file, bullet: bullet ?? entry.bullet, rule: entry.rule,
      count: entry.count + (known?.count ?? 0))
  }

  /// Uses an accepted finding up; false where none is left.
  public mutating func take(file: String, bullet: String, rule: String) -> Bool {
    let key = Baseline.key(file, bullet, rule)
    guard let entry = kept[key] else { return false }
    kept[key] = entry.count == 1 ? nil : entry.counting(entry.count - 1)
    return true
  }

  /// How many findings are accepted that are known as those of an entry.
  public func count(of entry: Entry) -> Int {
    kept[Baseline.key(entry.file, entry.bullet, entry.rule)]?.count ?? 0
  }

  /// All entries, by file, text and rule: the same whatever order they came in.
  public var entries: [Entry] {
    kept.values.sorted { one, other in
      if one.file != other.file { return Baseline.precedes(one.file, other.file) }
      if one.bullet != other.bullet { return Baseline.precedes(one.bullet, other.bullet) }
      return Baseline.precedes(one.rule, other.rule)
    }
  }

  /// How many findings are accepted.
  public var count: Int { kept.values.reduce(0) { $0 + $1.count } }

  /// The text of its file.
  public var text: String { BaselineWriter.text(of: entries) }

  private static func key(_ file: String, _ bullet: String, _ rule: String) -> Key {
    Key(file: file, bullet: BulletID.normalised(bullet), rule: rule)
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
