internal import HoneCore

/// The text of a PCRE2 pattern, taken apart: just enough of it to see with what a match can begin.
indirect enum PatternTree {
  /// One character as it stands; ASCII letters in lower case.
  case character(UInt8)
  /// One of these characters.
  case oneOf(CharacterSet)
  /// One after the other.
  case sequence([PatternTree])
  /// One of these.
  case choice([PatternTree])
  /// As often as may be; at least once, or perhaps not at all.
  case repeated(PatternTree, isOptional: Bool)
  /// `(?&name)`.
  case call(String)
  /// `(?=…)`: takes no text, and stands here.
  case ahead(PatternTree)
  /// Something that takes no text: an anchor, another look around, a flag.
  case nothing
  /// `(?<!\w)`: takes no text, and a word may begin here.
  case wordStart
  /// `\A`: takes no text, and stands at its beginning alone.
  case textStart
  /// What matches nothing at all.
  case never
  /// What this reader does not understand.
  case unknown

  /// The tree of a pattern.
  static func tree(of pattern: String) -> PatternTree { PatternParser.parse(pattern) }

  /// Characters, as bits for those of ASCII.
  struct CharacterSet: Hashable {
    /// Those below 64, and those from 64 on; upper-case letters fall on lower-case ones.
    private(set) var bits: (UInt64, UInt64) = (0, 0)
    /// Whether it may hold characters beyond ASCII.
    var isWide = false
    /// Whether one of those may be a sign, and no digit of another script.
    private(set) var maybeSign = false
    /// Whether it holds no character of a word: `\W`.
    private(set) var isBetweenWords = false

    static let digits = CharacterSet("0"..."9")
    static let spaces: CharacterSet = {
      var set = CharacterSet()
      for byte: UInt8 in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20] { set.insert(byte) }
      set.isWide = true
      return set
    }()
    static let letters: CharacterSet = {
      var set = CharacterSet("a"..."z")
      set.isWide = true
      return set
    }()
    static let wordCharacters: CharacterSet = {
      var set = letters.union(digits)
      set.insert(0x5F)
      return set
    }()

    static let betweenWords: CharacterSet = {
      var set = wordCharacters.inverted
      set.isBetweenWords = true
      return set
    }()

    init() {}

    private init(_ range: ClosedRange<Unicode.Scalar>) {
      for value in range.lowerBound.value...range.upperBound.value { insert(UInt8(value)) }
    }

    mutating func insert(_ byte: UInt8) {
      isBetweenWords = false
      let byte = Bytes.lowered(byte)
      if byte < 64 { bits.0 |= 1 << UInt64(byte) } else { bits.1 |= 1 << UInt64(byte & 63) }
    }

    /// Adds some characters beyond ASCII.
    mutating func addWide() {
      isWide = true
      maybeSign = true
    }

    func contains(_ byte: UInt8) -> Bool {
      (byte < 64 ? bits.0 : bits.1) & (1 << UInt64(byte & 63)) != 0
    }

    func union(_ other: CharacterSet) -> CharacterSet {
      var set = self
      set.bits = (bits.0 | other.bits.0, bits.1 | other.bits.1)
      set.isWide = isWide || other.isWide
      set.maybeSign = maybeSign || other.maybeSign
      set.isBetweenWords = isBetweenWords && other.isBetweenWords
      return set
    }

    /// All others.
    var inverted: CharacterSet {
      var set = self
      set.bits = (~bits.0, ~bits.1)
      set.addWide()
      set.isBetweenWords = false
      return set
    }

    /// Whether it holds a space, and nothing but spaces, dashes and slashes.
    var isSeparators: Bool {
      contains(0x20) && members.allSatisfy { $0 <= 0x20 || $0 == 0x2D || $0 == 0x2F }
    }

    /// Its ASCII characters, in order.
    var members: [UInt8] { (0..<128).filter { contains($0) && !Bytes.isUpper($0) } }

    static func == (one: CharacterSet, other: CharacterSet) -> Bool {
      one.bits == other.bits && one.isWide == other.isWide
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(bits.0)
      hasher.combine(bits.1)
    }
  }
}
