internal import HoneCore

/// How a host spells what hone writes into it.
public struct Spelling: Sendable {
  /// Spells new words; `nil` where the host cannot bear them there.
  let words: @Sendable (String) -> [UInt8]?
  /// Spells a slot, given its name and the text that a reader would see: `[metric]` in plain text.
  let slot: @Sendable (_ name: String, _ shown: String) -> String
  /// Whether lines of a bullet may be broken elsewhere, and whether a word may then begin a line.
  let mayBeginLine: (@Sendable ([UInt8]) -> Bool)?

  /// A spelling.
  ///
  /// - Parameters:
  ///   - mayBeginLine: whether a word may stand first in a line; `nil` where lines must not be broken anew.
  ///   - slot: `TODO(hone:name)` when left out, which every host bears and shows.
  ///   - words: how new words are escaped; `nil` from it means that the host cannot bear them.
  public init(
    mayBeginLine: (@Sendable ([UInt8]) -> Bool)? = nil,
    slot: @escaping @Sendable (_ name: String, _ shown: String) -> String = { name, _ in Spelling.todo(name)
    },
    words: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.mayBeginLine = mayBeginLine
    self.slot = slot
    self.words = words
  }

  /// Words as they are, slots in brackets: a terminal, or plain text.
  public static let plain = Spelling(
    mayBeginLine: { Marker.length(at: 0, in: $0) == 0 }, slot: { _, shown in shown }
  ) { Array($0.utf8) }

  /// A slot as a file shows it: ASCII, none of the signs that mean something to a host, easy to search for.
  public static func todo(_ name: String) -> String { SlotSpelling.toDo.spell(SlotSpelling.word(name)) }
}
