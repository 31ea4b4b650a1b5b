/// The number of a part: its place in `PartNames`.
public typealias PartID = Int

/// The names of all parts that a grammar knows: what its word lists, verbs, numbers and frame can mark.
public struct PartNames: Sendable {
  /// A number that measures something.
  public static let metric = 0
  /// Any number, a version or a year too.
  public static let number = 1
  /// A link or an address.
  public static let link = 2
  /// A slot of this grammar.
  public static let slot = 3
  /// A proper name or an acronym, told by its capitals.
  public static let name = 4

  /// A word in British spelling.
  public static let british = 5
  /// A verb as it tells a deed: in the past, and where deeds are told in the present in its base form too.
  public static let deed = 6

  /// The names, by number.
  public private(set) var names = ["metric", "number", "link", "slot", "name", "british", "deed"]
  private var ids: [String: PartID] = [
    "metric": 0, "number": 1, "link": 2, "slot": 3, "name": 4, "british": 5, "deed": 6,
  ]

  /// The built-in parts alone.
  public init() {}

  /// The number of a part, made if it is new.
  @discardableResult
  public mutating func add(_ name: String) -> PartID {
    if let id = ids[name] { return id }
    ids[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of a part, or `nil` where nothing marks it.
  public func id(_ name: String) -> PartID? { ids[name] }
}
