internal import HoneCore

/// How each kind of value stands in an image: what is written and what is read, side by side.
extension ImageWriter {
  mutating func quantity(_ quantity: Quantity) {
    text(quantity.id)
    text(quantity.part)
    flag(quantity.isMetric)
    text(quantity.pattern)
    texts(quantity.calls)
    texts(quantity.begins)
  }

  mutating func slot(_ slot: Slot) {
    text(slot.name)
    texts(slot.choices)
    optional(slot.unit)
    texts(slot.takes)
    texts(slot.satisfies)
    var words = ImageWriter()
    words.text(slot.question)
    words.list(slot.hints) { writer, hint in
      writer.text(hint.domain)
      writer.text(hint.text)
    }
    words.texts(slot.samples)
    // Behind their length, so that a start goes past them.
    text(String(decoding: words.bytes, as: UTF8.self))
  }

  mutating func condition(_ condition: Condition) {
    numbers(condition.parts)
    optional(condition.pattern)
    text(condition.scope.rawValue)
  }

  mutating func rule(_ rule: Rule) {
    text(rule.id)
    text(rule.kind)
    text(rule.level.name)
    optional(rule.pattern)
    text(rule.anchor.rawValue)
    text(rule.span)
    numbers(rule.at)
    for conditions in [rule.needs, rule.unless, rule.infoWhen] { numbers(conditions.map(\.number)) }
    flag(rule.isForFiles)
    for words in [rule.message, rule.why, rule.source] { text(words) }
    list(rule.fixes) { writer, fix in
      writer.text(fix.tier.rawValue)
      writer.text(fix.replace)
      writer.text(fix.with.source)
      writer.numbers(fix.needs.map(\.number))
      writer.numbers(fix.unless.map(\.number))
    }
    text(rule.pack)
  }

  mutating func template(_ template: Template) {
    text(template.id)
    text(template.shape)
    texts(template.mends)
    texts(template.standsFor)
    numbers(template.needs.map(\.number))
    numbers(template.unless.map(\.number))
    text(template.text.source)
  }
}

extension ImageReader {
  mutating func quantity(_ place: Place) -> Quantity {
    Quantity(
      id: text(), part: text(), isMetric: flag(), pattern: text(), calls: texts(), begins: texts(),
      place: place)
  }

  mutating func swap(_ place: Place) -> Swap { Swap(from: text(), to: text(), example: "", place: place) }

  mutating func slot(_ place: Place) -> Slot {
    let (name, choices, unit, takes, satisfies) = (text(), texts(), optional(), texts(), texts())
    let words = later()
    return Slot(
      name: name, choices: choices, unit: unit, takes: takes,
      words: Deferred(count: 1) { _ in
        var reader = words
        return SlotWords(
          question: reader.text(), hints: reader.list { ($0.text(), $0.text()) }, samples: reader.texts())
      },
      satisfies: satisfies, place: place)
  }

  mutating func condition(_ number: Int, _ place: Place) -> Condition {
    Condition(
      number: number, parts: numbers(), pattern: optional(), scope: Scope(rawValue: text()) ?? .bullet,
      place: place)
  }

  mutating func rule(_ conditions: Deferred<Condition>, _ place: Place) -> Rule {
    Rule(
      id: text(), kind: text(), level: Level(name: text()) ?? .info, pattern: optional(),
      anchor: Rule.Anchor(rawValue: text()) ?? .anywhere, span: text(), at: numbers(),
      needs: numbers().map { conditions[$0] }, unless: numbers().map { conditions[$0] },
      infoWhen: numbers().map { conditions[$0] }, isForFiles: flag(), message: text(), why: text(),
      source: text(),
      fixes: list { $0.fix(conditions, place) }, examples: [], pack: text(), isTrusted: true, place: place)
  }

  private mutating func fix(_ conditions: Deferred<Condition>, _ place: Place) -> Fix {
    Fix(
      tier: Tier(rawValue: text()) ?? .full, replace: text(), text: deferredTemplate(),
      needs: numbers().map { conditions[$0] }, unless: numbers().map { conditions[$0] }, place: place)
  }

  private mutating func deferredTemplate() -> Deferred<TextTemplate> {
    let source = text()
    return Deferred(count: 1) { _ in TextTemplate.read(source).template }
  }

  mutating func template(_ conditions: Deferred<Condition>, _ place: Place) -> Template {
    let (id, shape, mends, standsFor) = (text(), text(), texts(), texts())
    let (needs, unless, source) = (numbers(), numbers(), text())
    let body = Deferred(count: 1) { _ in
      Template.Body(
        needs: needs.map { conditions[$0] }, unless: unless.map { conditions[$0] },
        text: TextTemplate.read(source).template)
    }
    return Template(id: id, shape: shape, mends: mends, standsFor: standsFor, body: body, place: place)
  }
}
