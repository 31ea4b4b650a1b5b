public import HoneGrammar

/// What gives hone pause about an answer. Nobody has to heed it: an answer that is given again is kept as said.
public enum AnswerDoubt: Sendable, Hashable {
  /// A number alone, where the slot has a unit.
  case noUnit
  /// No figure at all, where the slot has a unit or takes figures.
  case noFigure
  /// Figures, and none of a kind that the slot takes: kilometres for a latency.
  case otherUnit
  /// The same word twice in a row: a slip of the keys.
  case doubled(String)
  /// None of the choices that the slot offers.
  case noChoice
}

/// Holds an answer against the slot that asks for it.
public struct AnswerCheck {
  private let slot: Slot
  private let isFunctionWord: (String) -> Bool
  private let isHedge: (String) -> Bool
  private let holdsFigure: (String) -> Bool
  private let areForms: (String, String) -> Bool
  private let holds: (String, String) -> Bool

  /// A check for a slot.
  ///
  /// - Parameters:
  ///   - slot: the one that asks.
  ///   - isFunctionWord: whether a word in lower case carries no meaning of its own, such as “of”.
  ///   - isHedge: whether a word in lower case limits what is said, such as “about”.
  ///   - holdsFigure: whether a text holds a number, be it in words.
  ///   - areForms: whether two words are forms of one verb.
  ///   - holds: whether a text holds a number of a kind that the grammar names.
  public init(
    _ slot: Slot, isFunctionWord: @escaping (String) -> Bool, isHedge: @escaping (String) -> Bool,
    holdsFigure: @escaping (String) -> Bool, areForms: @escaping (String, String) -> Bool,
    holds: @escaping (_ text: String, _ kind: String) -> Bool
  ) {
    self.slot = slot
    self.isFunctionWord = isFunctionWord
    self.isHedge = isHedge
    self.holdsFigure = holdsFigure
    self.areForms = areForms
    self.holds = holds
  }

  /// What gives pause about an answer, or `nil`.
  public func doubt(_ answer: String) -> AnswerDoubt? {
    if !slot.choices.isEmpty { return choice(answer) == nil ? .noChoice : nil }
    if let word = AnswerCheck.doubledWord(answer) { return .doubled(word) }
    if isBareNumber(answer) || isHedgedNumber(answer) { return wantsUnit ? .noUnit : nil }
    if slot.unit != nil || !slot.takes.isEmpty, !holdsFigure(answer) { return .noFigure }
    if isBareRate(answer) { return wantsUnit ? .otherUnit : nil }
    return slot.takes.isEmpty || slot.takes.contains { holds(answer, $0) } ? nil : .otherUnit
  }

  /// The choice that an answer names, by its number from 1, its beginning or another form of the verb; `nil` where it names none
  /// or several.
  public func choice(_ answer: String) -> String? {
    let word = answer.lowercased()
    if let number = Int(word) {
      return slot.choices.indices.contains(number - 1) ? slot.choices[number - 1] : nil
    }
    let named = slot.choices.filter { $0.lowercased() == word }
    let begun = slot.choices.filter { $0.lowercased().hasPrefix(word) }
    let inflected = slot.choices.filter { areForms($0, word) }
    return named.first ?? (begun.count == 1 ? begun.first : inflected.count == 1 ? inflected.first : nil)
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

  /// Whether an answer is a number and nothing else, function words and names of percentiles aside: 40, about 1,200, forty, p99 40.
  private func isBareNumber(_ answer: String) -> Bool { isBareNumber(answer) { _ in false } }

  /// Whether it is a number and a hedge: about 40. A team of 6 is more, for a team is what is counted there.
  private func isHedgedNumber(_ answer: String) -> Bool {
    guard isBareNumber(answer, or: isHedge) else { return false }
    return answer.split(separator: " ").contains(where: AnswerCheck.isPercentile)
      || !slot.takes.contains { $0 != AnswerCheck.plainNumber && holds(answer, $0) }
  }

  /// The kind of number that has no unit.
  private static let plainNumber = "number"

  private func isBareNumber(_ answer: String, or isAside: (String) -> Bool) -> Bool {
    var hasNumber = false
    for word in answer.split(separator: " ") {
      if AnswerCheck.isNumber(word) || (word.allSatisfy(\.isLetter) && holdsFigure(String(word))) {
        hasNumber = true
      } else if !isFunctionWord(word.lowercased()), !isAside(word.lowercased()),
        !AnswerCheck.isPercentile(word)
      {
        return false
      }
    }
    return hasNumber
  }

  /// Whether an answer is so many a time, and does not say of what: 40/s, about 40 /s.
  private func isBareRate(_ answer: String) -> Bool {
    guard let slash = answer.lastIndex(of: "/") else { return false }
    let time = answer[answer.index(after: slash)...]
    return time.contains(where: \.isLetter) && time.allSatisfy { $0.isLetter || $0 == " " }
      && isBareNumber(String(answer[..<slash]), or: isHedge)
  }

  /// A letter and what it counts to: p99, P99.9.
  private static func isPercentile(_ word: Substring) -> Bool {
    word.first.map { "pP".contains($0) } == true && word.dropFirst().first?.isNumber == true
      && word.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }

  /// A word that stands twice in a row, or `nil`.
  private static func doubledWord(_ answer: String) -> String? {
    let words = answer.split(separator: " ")
    return zip(words, words.dropFirst()).first { $0.lowercased() == $1.lowercased() }.map { String($1) }
  }

  /// Digits with their signs, and one letter at most for thousands and more.
  private static func isNumber(_ word: Substring) -> Bool {
    let digits = word.last.map { "kKMB".contains($0) } == true ? word.dropLast() : word
    return digits.contains(where: \.isNumber) && digits.allSatisfy { $0.isNumber || ".,~+-–<>≈".contains($0) }
  }
}
