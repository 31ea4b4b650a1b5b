internal import HoneCore

/// A grammar as text: what the generator writes into the program and a start reads.
///
/// Names are resolved and nothing is checked again. Rules, conditions, templates and clauses are read when somebody asks for
/// them. What only proves a grammar, examples and places, is left out: `hone grammar check` reads the packs themselves.
public enum GrammarImage {
  /// The grammar that a text holds, with its words, calls and starts.
  public static func read(_ text: String, words: String, calls: String, starts: String) -> Grammar {
    var reader = ImageReader(text)
    var grammar = Grammar()
    grammar.packs = reader.list {
      Pack(name: $0.text(), version: $0.text(), about: $0.text(), isTrusted: true)
    }
    let place = Place(file: grammar.packs.last?.name ?? "")
    for name in reader.texts() { grammar.parts.add(name) }
    grammar.factLists = reader.texts()
    grammar.lists = reader.list { TermList(name: $0.text(), patterns: $0.texts(), includes: $0.texts()) }
    readVerbs(&reader, &grammar)
    for (name, pattern) in reader.list({ ($0.text(), $0.text()) }) {
      grammar.fragments[name] = Fragment(name: name, pattern: pattern, place: place)
    }
    grammar.quantities = reader.list { $0.quantity(place) }
    grammar.frame = reader.list {
      FramePart(name: $0.text(), shape: $0.text(), after: $0.texts(), pattern: $0.text(), place: place)
    }
    for (name, swaps) in reader.list({ ($0.text(), $0.list { $0.swap(place) }) }) {
      grammar.swaps[name] = swaps
    }
    for slot in reader.list({ $0.slot(place) }) { grammar.slots[slot.name] = slot }
    let conditions = reader.deferred { reader, number in reader.condition(number, place) }
    grammar.conditions = conditions
    grammar.rules = reader.deferred { reader, _ in reader.rule(conditions, place) }
    grammar.templates = reader.deferred { reader, _ in reader.template(conditions, place) }
    grammar.clauses = reader.deferred { reader, _ in reader.template(conditions, place) }
    grammar.words = WordTable(image: WordImage(words))
    grammar.calls = PatternCalls(text: calls)
    grammar.starts = PatternCalls(text: starts)
    return grammar
  }

  /// A grammar as text.
  static func write(_ grammar: Grammar) -> String {
    var writer = ImageWriter()
    writer.list(grammar.packs) { writer, pack in
      for text in [pack.name, pack.version, pack.about] { writer.text(text) }
    }
    writer.texts(grammar.parts.names)
    writer.texts(grammar.factLists)
    writer.list(grammar.lists) { writer, list in
      writer.text(list.name)
      writer.texts(list.patterns)
      writer.texts(list.includes)
    }
    write(verbsOf: grammar, &writer)
    writer.list(grammar.fragments.values.sorted { $0.name < $1.name }) { writer, fragment in
      writer.text(fragment.name)
      writer.text(fragment.pattern)
    }
    writer.list(grammar.quantities) { $0.quantity($1) }
    writer.list(grammar.frame) { writer, part in
      writer.text(part.name)
      writer.text(part.shape)
      writer.texts(part.after)
      writer.text(part.pattern)
    }
    writer.list(grammar.swaps.sorted { $0.key < $1.key }) { writer, table in
      writer.text(table.key)
      writer.list(table.value) { writer, swap in
        writer.text(swap.from)
        writer.text(swap.to)
      }
    }
    writer.list(grammar.slots.values.sorted { $0.name < $1.name }) { $0.slot($1) }
    writer.deferred(grammar.conditions) { $0.condition($1) }
    writer.deferred(grammar.rules) { $0.rule($1) }
    writer.deferred(grammar.templates) { $0.template($1) }
    writer.deferred(grammar.clauses) { $0.template($1) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: - Verbs

  private static func readVerbs(_ reader: inout ImageReader, _ grammar: inout Grammar) {
    grammar.verbs.classes = reader.texts()
    let irregular = reader.list { ($0.text(), ($0.text(), $0.text())) }
    let british = reader.list { ($0.text(), ($0.text(), $0.text())) }
    grammar.verbs.inflection.irregular = Dictionary(irregular) { one, _ in one }
    grammar.verbs.inflection.britishIrregular = Dictionary(british) { one, _ in one }
    grammar.verbs.inflection.doubling = Set(reader.texts())
    grammar.verbs.inflection.britishDoubling = Set(reader.texts())
    grammar.nominals = Dictionary(reader.list { ($0.text(), $0.text()) }) { one, _ in one }
  }

  private static func write(verbsOf grammar: Grammar, _ writer: inout ImageWriter) {
    let inflection = grammar.verbs.inflection
    writer.texts(grammar.verbs.classes)
    for verbs in [inflection.irregular, inflection.britishIrregular] {
      writer.list(verbs.sorted { $0.key < $1.key }) { writer, verb in
        for text in [verb.key, verb.value.past, verb.value.participle] { writer.text(text) }
      }
    }
    writer.texts(inflection.doubling.sorted())
    writer.texts(inflection.britishDoubling.sorted())
    writer.list(grammar.nominals.sorted { $0.key < $1.key }) { writer, nominal in
      writer.text(nominal.key)
      writer.text(nominal.value)
    }
  }
}
