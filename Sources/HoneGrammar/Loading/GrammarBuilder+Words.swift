internal import HoneCore

extension GrammarBuilder {
  /// `terms:` name → list of terms, or `{add: […], drop: […]}` for a list that a base pack has.
  func addLists(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "terms", diagnostics)
    for entry in fields.rest() {
      if case .map = entry.value.value {
        change(entry.key, entry.value)
        continue
      }
      checkName(entry.key, "list", at: entry.place)
      let items = entry.value.texts(what: "the list “\(entry.key)”", diagnostics)
      // A base pack leaves a list empty for the field to fill.
      if lists[entry.key]?.items.isEmpty == true {
        lists[entry.key] = RawList(items: items, place: entry.place)
        continue
      }
      guard declare(entry.key, "list", at: entry.place) else { continue }
      lists[entry.key] = RawList(items: items, place: entry.place)
      listOrder.append(entry.key)
    }
  }

  private func change(_ name: String, _ node: Node) {
    var fields = Fields(node, what: "a change to the list “\(name)”", diagnostics)
    let added = fields.texts("add")
    let dropped = fields.texts("drop")
    fields.finish()
    guard lists[name] != nil else {
      let hint = Spelling.nearest(to: name, in: lists.keys.sorted()).map { "; did you mean “\($0)”?" } ?? ""
      diagnostics.report(node.place, "there is no list “\(name)” to change\(hint)")
      return
    }
    for drop in dropped {
      let before = lists[name]!.items.count
      lists[name]!.items.removeAll {
        $0.text.lowercased() == drop.text.lowercased() || $0.text.lowercased() == drop.text.lowercased() + "+"
      }
      if lists[name]!.items.count == before {
        diagnostics.report(drop.place, "the list “\(name)” has no “\(drop.text)” to drop")
      }
    }
    lists[name]!.items += added
  }

  func resolveLists() {
    for name in listOrder {
      var seen: Set<Term> = []
      var terms: [Term] = []
      var patterns: [String] = []
      collect(name, path: []) { item, place in
        if item.hasPrefix("re:") {
          patterns.append(String(item.dropFirst(3)))
        } else {
          terms += Term.read(item).filter { seen.insert($0).inserted }
        }
      }
      let includes = (lists[name]?.items ?? []).map(\.text).filter { $0.hasPrefix("@") }
      grammar.lists.append(
        TermList(name: name, patterns: patterns, includes: includes.map { String($0.dropFirst()) }))
      listTerms.append((name, terms))
    }
  }

  /// The names of lists under `facts` or `common`.
  func listNames(_ key: String, _ fields: inout Fields) -> [String] {
    let names = fields.texts(key)
    namedLists += names
    return names.map(\.text)
  }

  /// The nouns of `nominals` are a list like any other, by the name `nominal`.
  func addNominalList() {
    let nouns = grammar.nominals.keys.sorted().map { Term(text: $0, isCased: false) }
    if nouns.isEmpty { return }
    grammar.lists.append(TermList(name: "nominal", patterns: [], includes: []))
    listTerms.append(("nominal", nouns))
  }

  private func collect(_ name: String, path: [String], _ take: (String, Place) -> Void) {
    guard let list = lists[name] else { return }
    for item in list.items {
      guard item.text.hasPrefix("@") else {
        take(item.text, item.place)
        continue
      }
      let inner = String(item.text.dropFirst())
      if inner == name || path.contains(inner) {
        diagnostics.report(item.place, "the list “\(inner)” includes itself")
      } else if lists[inner] == nil {
        diagnostics.report(item.place, "there is no list “\(inner)” to include")
      } else {
        collect(inner, path: path + [name], take)
      }
    }
  }

  /// `verbs:` class → base forms.
  func addVerbs(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "verbs", diagnostics)
    for entry in fields.rest() {
      checkName(entry.key, "verb class", at: entry.place)
      let added = entry.value.texts(what: "the verb class “\(entry.key)”", diagnostics).map(\.text)
      if let index = grammar.verbs.classes.firstIndex(of: entry.key) {
        verbs[index] += added.filter { !verbs[index].contains($0) }
      } else {
        grammar.verbs.classes.append(entry.key)
        verbs.append(added)
      }
    }
  }

  /// `irregular:` base → `past participle`; `doubling:` bases whose last consonant doubles; both for British alone too.
  func addInflection(_ fields: inout Fields) {
    grammar.verbs.inflection.irregular.merge(pasts(&fields, "irregular")) { $1 }
    grammar.verbs.inflection.britishIrregular.merge(pasts(&fields, "british_irregular")) { $1 }
    grammar.verbs.inflection.doubling.formUnion(fields.texts("doubling").map(\.text))
    grammar.verbs.inflection.britishDoubling.formUnion(fields.texts("british_doubling").map(\.text))
  }

  private func pasts(_ fields: inout Fields, _ key: String) -> [String: Inflection.Pasts] {
    guard let node = fields.node(key), !node.isNull else { return [:] }
    var pasts: [String: Inflection.Pasts] = [:]
    var inner = Fields(node, what: key, diagnostics)
    for entry in inner.rest() {
      let forms = (entry.value.text ?? "").split(separator: " ").map(String.init)
      guard (1...2).contains(forms.count) else {
        diagnostics.report(entry.value.place, "an irregular verb is written `write: wrote written`")
        continue
      }
      pasts[entry.key] = (forms[0], forms[forms.count - 1])
    }
    return pasts
  }

  /// `nominals:` noun → base form of its verb.
  func addNominals(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "nominals", diagnostics)
    for entry in fields.rest() {
      guard let verb = entry.value.text else {
        diagnostics.report(entry.value.place, "a nominal is written `deployment: deploy`")
        continue
      }
      grammar.nominals[entry.key] = verb
    }
  }

  /// `swaps:` table → list of `{from, to, example}`.
  func addSwaps(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "swaps", diagnostics)
    for entry in fields.rest() {
      checkName(entry.key, "swap table", at: entry.place)
      guard case .list(let rows) = entry.value.value else {
        diagnostics.report(entry.value.place, "a swap table is a list of `{from: …, to: …, example: …}`")
        continue
      }
      for row in rows {
        var inner = Fields(row, what: "a swap", diagnostics)
        let swap = Swap(
          from: inner.required("from").lowercased(), to: inner.required("to"),
          example: inner.text("example") ?? "",
          place: row.place)
        inner.finish()
        grammar.swaps[entry.key, default: []].append(swap)
      }
    }
  }
}
