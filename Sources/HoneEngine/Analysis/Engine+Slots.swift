internal import HoneCore
internal import HoneGrammar

/// Finds the slots that stand in a bullet, however they are spelled.
extension Engine {
  /// A spelling of slots with the names that may stand in it.
  struct SlotSigns: Sendable {
    let before: [UInt8]
    let behind: [UInt8]
    /// What may stand in it for a slot.
    let names: [SlotName]
  }

  /// What stands for a slot in a text.
  enum SlotName {
    /// Its label, or what there is to choose.
    case label
    /// Its name as one word.
    case word
  }

  /// The spellings that a grammar's slots may have.
  ///
  /// Between brackets only the label of a slot is one, for prose has brackets of its own.
  static func slotSigns(of grammar: Grammar) -> [SlotSigns] {
    let own = grammar.slotSpellings.filter { $0 != .brackets && $0 != .toDo }
    return [signs(.brackets, [.label]), signs(.toDo, [.word])] + own.map { signs($0, [.label, .word]) }
  }

  private static func signs(_ spelling: SlotSpelling, _ names: [SlotName]) -> SlotSigns {
    SlotSigns(before: Array(spelling.before.utf8), behind: Array(spelling.behind.utf8), names: names)
  }

  /// The slots of a grammar by what stands for them in a text, in lower case.
  static func slots(of grammar: Grammar, by text: (Slot) -> String) -> [String: String] {
    let slots = grammar.slots.values.sorted { $0.name < $1.name }
    return Dictionary(slots.map { (text($0).lowercased(), $0.name) }) { one, _ in one }
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
    guard close < reach else { return nil }
    let text = bytes.lowered(from..<close)
    for kind in signs.names {
      let slots = kind == .label ? slotsByLabel : slotsByWord
      if let name = slots[text] { return (name, close + signs.behind.count) }
    }
    return nil
  }

  /// No label of a slot is longer, in bytes: a line of brackets is not searched to its end for each of them.
  private static let longestSlot = 200
}
