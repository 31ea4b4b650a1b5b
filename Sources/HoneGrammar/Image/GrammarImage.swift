internal import HoneCore

/// A grammar as text: what the generator writes into the program and a start reads.
///
/// Names are resolved and nothing is checked again. Rules, conditions, templates and clauses are read when somebody asks for
/// them. What only proves a grammar, examples and places, is left out: `hone grammar check` reads the packs themselves.
public enum GrammarImage {
  /// What stands where in an image.
  private enum Section: Int, CaseIterable {
    case head, words, fragmentNames, fragments, conditions, rules, templates, clauses, ways
    case calls, callingWords, starts, startingWords
  }

  /// The grammar that a text holds.
  ///
  /// - Parameters:
  ///   - text: the image.
  ///   - compiled: its ways as PCRE2 compiled them, as `CompiledWays` reads them.
  public static func read(_ text: String, compiled: String? = nil) -> Grammar {
    let table = TextTable(image: text)
    func section(_ section: Section) -> TextTable { table.table(section.rawValue) }
    var reader = ImageReader(table.bytes(of: Section.head.rawValue))
    var grammar = Grammar()
    grammar.packs = reader.list {
      Pack(name: $0.text(), version: $0.text(), about: $0.text(), isTrusted: true)
    }
    let place = Place(file: grammar.packs.last?.name ?? "")
    for name in reader.texts() { grammar.parts.add(name) }
    grammar.factLists = reader.texts()
    grammar.commonLists = reader.texts()
    grammar.lists = reader.list { TermList(name: $0.text(), patterns: $0.texts(), includes: $0.texts()) }
    readVerbs(&reader, &grammar)
    grammar.quantities = reader.list { $0.quantity(place) }
    grammar.frame = reader.list {
      FramePart(name: $0.text(), shape: $0.text(), after: $0.texts(), pattern: $0.text(), place: place)
    }
    for (name, swaps) in reader.list({ ($0.text(), $0.list { $0.swap(place) }) }) {
      grammar.swaps[name] = swaps
    }
    for slot in reader.list({ $0.slot(place) }) { grammar.slots[slot.name] = slot }
    grammar.ways = Ways(firsts: reader.numbers(), texts: section(.ways))
    grammar.ways.mark = reader.text()
    grammar.compiled = compiled.flatMap { CompiledWays(text: $0, of: grammar.ways) }
    grammar.fragments = Fragments(names: section(.fragmentNames), patterns: section(.fragments), place: place)
    let conditions = deferred(section(.conditions)) { reader, number in reader.condition(number, place) }
    grammar.conditions = conditions
    grammar.rules = deferred(section(.rules)) { reader, _ in reader.rule(conditions, place) }
    grammar.templates = deferred(section(.templates)) { reader, _ in reader.template(conditions, place) }
    grammar.clauses = deferred(section(.clauses)) { reader, _ in reader.template(conditions, place) }
    grammar.words = WordTable(image: table.words(Section.words.rawValue))
    func calls(_ lists: Section, _ words: Section) -> PatternCalls {
      PatternCalls(text: table[lists.rawValue], words: table.words(words.rawValue))
    }
    grammar.calls = calls(.calls, .callingWords)
    grammar.starts = calls(.starts, .startingWords)
    return grammar
  }

  /// Values that are read when somebody asks for them.
  private static func deferred<Element: Sendable>(
    _ table: TextTable, _ read: @escaping @Sendable (inout ImageReader, Int) -> Element
  ) -> Deferred<Element> {
    Deferred(count: table.count) { index in
      var reader = ImageReader(table.bytes(of: index))
      return read(&reader, index)
    }
  }

  /// A grammar as text.
  static func write(_ grammar: Grammar) -> String {
    let fragments = grammar.fragments.all
    return TextTable.image(
      of: Section.allCases.map { section in
        switch section {
        case .head: return head(of: grammar)
        case .words: return Array(grammar.words.image.whole.utf8)
        case .fragmentNames: return bytes(TextTable.image(of: fragments.map { bytes($0.name) }))
        case .fragments: return bytes(TextTable.image(of: fragments.map { bytes($0.pattern) }))
        case .conditions: return bytes(TextTable.image(of: grammar.conditions) { $0.condition($1) })
        case .rules: return bytes(TextTable.image(of: grammar.rules) { $0.rule($1) })
        case .templates: return bytes(TextTable.image(of: grammar.templates) { $0.template($1) })
        case .clauses: return bytes(TextTable.image(of: grammar.clauses) { $0.template($1) })
        case .ways: return bytes(grammar.ways.texts.whole)
        case .calls: return bytes(grammar.calls.text)
        case .callingWords: return grammar.calls.wordImage
        case .starts: return bytes(grammar.starts.text)
        case .startingWords: return grammar.starts.wordImage
        }
      })
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// What every start reads.
  private static func head(of grammar: Grammar) -> [UInt8] {
    var writer = ImageWriter()
    writer.list(grammar.packs) { writer, pack in
      for text in [pack.name, pack.version, pack.about] { writer.text(text) }
    }
    writer.texts(grammar.parts.names)
    writer.texts(grammar.factLists)
    writer.texts(grammar.commonLists)
    writer.list(grammar.lists) { writer, list in
      writer.text(list.name)
      writer.texts(list.patterns)
      writer.texts(list.includes)
    }
    write(verbsOf: grammar, &writer)
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
    writer.numbers(grammar.ways.firsts)
    writer.text(grammar.ways.mark)
    return writer.bytes
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
