public import HoneCore
public import HoneGrammar

/// What a facts file holds of one bullet.
public struct FactEntry: Sendable, Hashable {
  /// A question, and what the writer answered.
  public struct Answer: Sendable, Hashable {
    /// The key of the slot in the rewrite that asked.
    public let slot: String
    /// The answer; `nil` where the question was passed over.
    public let text: String?

    /// An answer.
    public init(slot: String, text: String?) {
      self.slot = slot
      self.text = text
    }
  }

  /// Where an answer stands in its file.
  public struct AnswerPlace: Sendable, Hashable {
    /// Where its slot is named.
    public let key: Place
    /// Where the answer begins.
    public let value: Place
  }

  /// Where an entry stands in its file.
  public struct Places: Sendable, Hashable {
    /// Where it begins.
    public let entry: Place
    /// Where its template is named; `nil` where it names none.
    public let template: Place?
    /// Where its answers stand, in their order.
    public let answers: [AnswerPlace]
  }

  /// What the bullet is known by.
  public let id: String
  /// The bullet's text before anything was filled.
  public let original: String
  /// The template whose questions were asked, or `nil`.
  public let template: String?
  /// The answers, in the order in which they were asked for.
  public let answers: [Answer]
  /// The bullet's text with the answers in it, once there is nothing left to ask; `nil` until then.
  public let filled: String?

  /// An entry; its id is made of the original text when left out.
  public init(
    id: String? = nil, original: String, template: String?, answers: [Answer], filled: String?
  ) {
    self.id = id ?? BulletID.of(original)
    self.original = original
    self.template = template
    self.answers = answers
    self.filled = filled
  }

  /// The answers that were given.
  public var given: SlotAnswers {
    let pairs = answers.compactMap { answer in answer.text.map { (answer.slot, $0) } }
    return SlotAnswers(template: template, given: Dictionary(pairs) { one, _ in one })
  }

  /// The questions that were passed over.
  public var skipped: [String] { answers.filter { $0.text == nil }.map(\.slot) }
}
