internal import HoneCore
internal import HoneGrammar

/// Finds the slots that stand in a bullet, however they are spelled.
extension Engine {
  /// A spelling of slots with the names that may stand in it.
  struct SlotSigns: Sendable {
    let before: [UInt8]
    let behind: [UInt8]
    /// The slots by what stands for them, in lower case.
    let names: [String: String]
  }

  /// The spellings that a grammar's slots may have.
  ///
  /// Between brackets only the label of a slot is one, for prose has brackets of its own.
  static func slotSigns(of grammar: Grammar) -> [SlotSigns] {
    let labels = Dictionary(grammar.slots.values.map { ($0.label.lowercased(), $0.name) }) { one, _ in one }
    let words = Dictionary(grammar.slots.keys.map { (SlotSpelling.word($0).lowercased(), $0) }) { one, _ in
      one
    }
    let own = grammar.slotSpellings.filter { $0 != .brackets && $0 != .toDo }
    let both = labels.merging(words) { one, _ in one }
    return [signs(.brackets, labels), signs(.toDo, words)] + own.map { signs($0, both) }
  }

  private static func signs(_ spelling: SlotSpelling, _ names: [String: String]) -> SlotSigns {
    SlotSigns(before: Array(spelling.before.utf8), behind: Array(spelling.behind.utf8), names: names)
  }

  /// Marks the slots from left to right.
  func markSlots(_ analysis: Analysis) {
    let bytes = analysis.bytes
    var at = 0
    while let open = bytes[at...].firstIndex(where: { slotOpens[Int($0)] }) {
      at = open + 1
      for signs in slotSigns {
        guard let slot = slot(signs, at: open, bytes) else { continue }
        analysis.mark(PartSet([PartNames.slot]), open..<slot.end)
        analysis.slots.append(slot.name)
        at = slot.end
        break
      }
    }
  }

  private func slot(_ signs: SlotSigns, at open: Int, _ bytes: [UInt8]) -> (name: String, end: Int)? {
    guard bytes[open...].starts(with: signs.before) else { return nil }
    let from = open + signs.before.count
    let reach = min(bytes.count, from + Engine.longestSlot)
    var close = from
    while close < reach, !bytes[close...].starts(with: signs.behind) { close += 1 }
    guard close < reach, let name = signs.names[bytes.lowered(from..<close)] else { return nil }
    return (name, close + signs.behind.count)
  }

  /// No label of a slot is longer, in bytes: a line of brackets is not searched to its end for each of them.
  private static let longestSlot = 200
}
