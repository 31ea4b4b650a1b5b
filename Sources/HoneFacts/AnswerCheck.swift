public import HoneGrammar

/// What gives hone pause about an answer. Nobody has to heed it: an answer that is given again is kept as said.
public enum AnswerDoubt: Sendable, Hashable {
  /// A number alone, where the slot has a unit.
  case noUnit
  /// No figure at all, where the slot has a unit.
  case noFigure
  /// Figures, and none of a kind that the slot takes: kilometres for a latency.
  case otherUnit
  /// None of the choices that the slot offers.
  case noChoice
}

/// Holds an answer against the slot that asks for it.
public struct AnswerCheck {
  private let slot: Slot
  private let isFunctionWord: (String) -> Bool
  private let holdsFigure: (String) -> Bool
  private let holds: (String, String) -> Bool

  /// A check for a slot.
  ///
  /// - Parameters:
  ///   - slot: the one that asks.
  ///   - isFunctionWord: whether a word in lower case carries no meaning of its own, such as “about”.
  ///   - holdsFigure: whether a text holds a number, be it in words.
  ///   - holds: whether a text holds a number of a kind that the grammar names.
  public init(
    _ slot: Slot, isFunctionWord: @escaping (String) -> Bool, holdsFigure: @escaping (String) -> Bool,
    holds: @escaping (_ text: String, _ kind: String) -> Bool
  ) {
    self.slot = slot
    self.isFunctionWord = isFunctionWord
    self.holdsFigure = holdsFigure
    self.holds = holds
  }

  /// What gives pause about an answer, or `nil`.
  public func doubt(_ answer: String) -> AnswerDoubt? {
    if !slot.choices.isEmpty { return choice(answer) == nil ? .noChoice : nil }
    if isBareNumber(answer) { return wantsUnit ? .noUnit : nil }
    if slot.unit != nil, !holdsFigure(answer) { return .noFigure }
    return slot.takes.isEmpty || slot.takes.contains { holds(answer, $0) } ? nil : .otherUnit
  }

  /// The choice that an answer names, by its number from 1 or its beginning; `nil` where it names none or several.
  public func choice(_ answer: String) -> String? {
    let word = answer.lowercased()
    if let number = Int(word) {
      return slot.choices.indices.contains(number - 1) ? slot.choices[number - 1] : nil
    }
    let named = slot.choices.filter { $0.lowercased() == word }
    let begun = slot.choices.filter { $0.lowercased().hasPrefix(word) }
    return named.first ?? (begun.count == 1 ? begun.first : nil)
  }

  /// A number with a unit that was given for it: “40 ms”, “40%”.
  public static func joined(_ number: String, _ unit: String) -> String {
    unit.first?.isLetter == true ? "\(number) \(unit)" : number + unit
  }

  /// The unit, where it is one word that can stand behind a number as it is; the people of “people or places” cannot.
  public var plainUnit: String? {
    slot.unit.flatMap { unit in unit.contains { $0 == " " || $0 == "," } ? nil : unit }
  }

  /// Whether a number alone says too little: the slot has a unit, or every figure among its samples has one.
  private var wantsUnit: Bool {
    slot.unit != nil
      || (slot.samples.contains { $0.contains(where: \.isNumber) }
        && !slot.samples.contains(where: isBareNumber))
  }

  /// Whether an answer is a number and nothing else, function words aside: 40, about 1,200, 40k.
  private func isBareNumber(_ answer: String) -> Bool {
    var hasNumber = false
    for word in answer.split(separator: " ") {
      if AnswerCheck.isNumber(word) {
        hasNumber = true
      } else if !isFunctionWord(word.lowercased()) {
        return false
      }
    }
    return hasNumber
  }

  /// Digits with their signs, and one letter at most for thousands and more.
  private static func isNumber(_ word: Substring) -> Bool {
    let digits = word.last.map { "kKMB".contains($0) } == true ? word.dropLast() : word
    return digits.contains(where: \.isNumber) && digits.allSatisfy { $0.isNumber || ".,~+-–<>≈".contains($0) }
  }
}
