public import HoneCore

/// What a rule looks at when it asks for a part or a pattern.
public enum Scope: String, Sendable, CaseIterable {
  /// The whole bullet.
  case bullet
  /// The sentence of the match.
  case sentence
  /// The stretch between commas, semicolons, dashes and brackets around the match.
  case clause
  /// The match itself.
  case match
  /// Right before the match.
  case before
  /// Right after the match.
  case after
  /// Anywhere before the match in its sentence.
  case earlier
  /// Anywhere after the match in its sentence.
  case later
}

/// A part or a pattern that a rule asks for somewhere.
///
/// A class, as a rule is one: both are asked thousands of times a second, and a copy of a struct costs a count for each
/// of its fields.
public final class Condition: Sendable {
  /// Its number among all conditions of its grammar.
  public let number: Int
  /// The parts of which one must stand there; empty where a pattern is asked for.
  public let parts: [PartID]
  /// The pattern that must match there.
  public let pattern: String?
  /// Where.
  public let scope: Scope
  /// Its place in the file.
  public let place: Place

  init(number: Int, parts: [PartID], pattern: String?, scope: Scope, place: Place) {
    self.number = number
    self.parts = parts
    self.pattern = pattern
    self.scope = scope
    self.place = place
  }
}

/// A pattern of weakness, with what excuses it, what it says, how it is mended, and the examples that prove it.
public final class Rule: Sendable {
  /// Where a pattern is tried.
  public enum Anchor: String, Sendable {
    /// Anywhere in the bullet.
    case anywhere
    /// Anywhere behind the label: a label names the work, and what it praises is not the bullet's.
    case body
    /// Only where a sentence of the bullet's body begins.
    case opener
  }

  /// Its id, `family.fault`.
  public let id: String
  /// The kind of its findings.
  public let kind: String
  /// Their level, as the rule is written: what its rewrites may do goes by it.
  public let level: Level
  /// The level that reports give its findings: the same, unless somebody changed it.
  public let reportedLevel: Level
  /// The pattern to find, or `nil` for a rule of absence.
  public let pattern: String?
  /// Where the pattern is tried.
  public let anchor: Anchor
  /// The capture that is the span of a finding; `match` is the whole.
  public let span: String
  /// The parts of which the first one that stands is the span of a rule of absence.
  public let at: [PartID]
  /// What must all hold.
  public let needs: [Condition]
  /// What excuses the match.
  public let unless: [Condition]
  /// What makes it a remark only.
  public let infoWhen: [Condition]
  /// Whether it looks at files alone: a slot on its way through a pipe is no fault.
  public let isForFiles: Bool
  /// What to tell the writer; `{name}` is a capture.
  public let message: String
  /// Why it matters.
  public let why: String
  /// Where the advice comes from.
  public let source: String
  /// How to mend it, in order of preference.
  public let fixes: [Fix]
  /// The examples that prove it.
  public let examples: [Example]
  /// The pack it comes from.
  public let pack: String
  /// Whether its pattern was shipped with hone.
  public let isTrusted: Bool
  /// Where it stands.
  public let place: Place

  init(
    id: String, kind: String, level: Level, pattern: String?, anchor: Anchor, span: String, at: [PartID],
    needs: [Condition], unless: [Condition], infoWhen: [Condition], isForFiles: Bool, message: String,
    why: String, source: String, fixes: [Fix], examples: [Example], pack: String, isTrusted: Bool,
    place: Place, reportedLevel: Level? = nil
  ) {
    self.id = id
    self.kind = kind
    self.level = level
    self.reportedLevel = reportedLevel ?? level
    self.pattern = pattern
    self.anchor = anchor
    self.span = span
    self.at = at
    self.needs = needs
    self.unless = unless
    self.infoWhen = infoWhen
    self.isForFiles = isForFiles
    self.message = message
    self.why = why
    self.source = source
    self.fixes = fixes
    self.examples = examples
    self.pack = pack
    self.isTrusted = isTrusted
    self.place = place
  }

  /// The level that hone itself goes by: to report a rule higher does not make hone rewrite more for it.
  public var effectiveLevel: Level { min(level, reportedLevel) }

  /// Whether somebody made a remark of it: it still says what it finds, and its fixes rest.
  public var isReducedToRemarks: Bool { reportedLevel == .info && level > .info }

  /// Whether its span holds words that are at fault; a question about what is missing blames none.
  public var blamesWords: Bool { pattern != nil && (level != .question || !fixes.isEmpty) }

  /// The same rule with its findings reported at another level.
  func reported(at level: Level) -> Rule {
    Rule(
      id: id, kind: kind, level: self.level, pattern: pattern, anchor: anchor, span: span, at: at,
      needs: needs, unless: unless, infoWhen: infoWhen, isForFiles: isForFiles, message: message, why: why,
      source: source, fixes: fixes, examples: examples, pack: pack, isTrusted: isTrusted, place: place,
      reportedLevel: level)
  }
}

/// One way to mend a finding.
public struct Fix: Sendable {
  /// How far it can be trusted.
  public let tier: Tier
  /// The capture to replace; `match` is the whole.
  public let replace: String
  /// What to put there, read when a rule with this fix has found something.
  let text: Deferred<TextTemplate>
  /// What must hold for this fix.
  public let needs: [Condition]
  /// What forbids this fix.
  public let unless: [Condition]
  /// Where it stands.
  public let place: Place

  /// What to put there; empty to delete it.
  public var with: TextTemplate { text[0] }
}

/// A bullet that proves a rule.
public struct Example: Sendable {
  /// The bullet, without its marks.
  public let text: String
  /// The spans that were marked `[[…]]`; empty for a bullet that must pass.
  public let spans: [Range<Int>]
  /// The safe rewrite by this rule alone, or `nil` where there must be none.
  public let safe: String?
  /// The full rewrite by this rule alone, or `nil` where there must be none.
  public let full: String?
  /// The safe rewrite by this rule alone where deeds are told in the present; `nil` where nothing is said of it.
  public let present: String?
  /// Where it stands.
  public let place: Place
}

/// A strong shape: a whole sentence, or a clause to be added to one.
public struct Template: Sendable {
  /// Its id.
  public let id: String
  /// What kind of sentence it is; of several rewrites no two have the same shape.
  public let shape: String
  /// The kinds of finding it mends.
  public let mends: [String]
  /// The verbs, by class or base form, for which its lead may stand.
  public let standsFor: [String]
  /// All else of it, read when a bullet has a finding of a kind that it mends.
  let body: Deferred<Body>
  /// Where it stands.
  public let place: Place

  /// When it applies, and what it says.
  struct Body: Sendable {
    let needs: [Condition]
    let unless: [Condition]
    let text: TextTemplate
  }

  /// What must hold.
  public var needs: [Condition] { body[0].needs }
  /// What forbids it.
  public var unless: [Condition] { body[0].unless }
  /// The words, holes, slots and clauses.
  public var text: TextTemplate { body[0].text }
}
