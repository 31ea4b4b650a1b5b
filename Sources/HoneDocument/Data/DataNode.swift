/// A value of a file that keeps data.
indirect enum DataNode: Sendable {
  case text(DataScalar)
  /// A truth value of a host that knows such.
  case truth(Bool)
  /// A number, nothing: no text.
  case other
  case list([DataNode])
  case map([Pair])

  /// A key and its value.
  struct Pair: Sendable {
    let key: String
    /// The key as it is compared.
    let name: String
    let value: DataNode

    init(_ key: String, _ value: DataNode) {
      self.key = key
      name = DataKey.name(key)
      self.value = value
    }
  }

  /// The pairs of a map; nothing for anything else.
  var pairs: [Pair] {
    if case .map(let pairs) = self { return pairs }
    return []
  }

  /// The truth value that it is, whether or not it is spelled as text.
  var truth: Bool? {
    switch self {
    case .truth(let truth): truth
    case .text(let scalar) where scalar.style == .plain: DataNode.truths[scalar.value?.lowercased() ?? ""]
    default: nil
    }
  }

  /// How YAML spells truth values.
  private static let truths = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]

  /// Whether it holds other values.
  var isNested: Bool {
    switch self {
    case .list, .map: true
    case .text, .truth, .other: false
    }
  }
}

/// A string of a file that keeps data.
struct DataScalar: Sendable {
  /// How it is spelled.
  enum Style: Sendable {
    case json, plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// Its bytes, with quotes or the header of a block.
  let range: Range<Int>
  let style: Style
  /// Whether it stands inside brackets or braces.
  var isInFlow = false
  /// What the host's own parser makes of it, where there is one.
  var value: String?
}

/// Says how the strings of a format are decoded.
protocol DataHost {
  /// The text of a string and the way back to its bytes; `nil` where it cannot be decoded.
  func layer(of scalar: DataScalar) -> Layer?
  /// Whether a line end inside a string was meant as one.
  var linesAreMeant: Bool { get }
}

/// Compares keys.
enum DataKey {
  /// A key in lower case, without what is no letter or digit.
  static func name(_ key: String) -> String {
    String(
      String.UnicodeScalarView(
        key.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9") ~= $0 }))
  }

  /// The words of a key in lower case: `workExperience` and `work_experience` have two.
  static func words(_ key: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for scalar in key.unicodeScalars {
      let isBorder = scalar == "_" || scalar == "-" || scalar == " " || scalar == "."
      if isBorder || (scalar.properties.isUppercase && wasLower) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if !isBorder { word.unicodeScalars.append(scalar) }
      wasLower = scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  /// A text without white space at its ends.
  static func bare(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
