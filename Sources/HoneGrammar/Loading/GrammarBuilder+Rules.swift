internal import HoneCore

extension GrammarBuilder {
  /// `rules:` a list of rules, or a map of changes: `{filler.robust: off, ml.vague-model: {level: info}}`.
  func addRules(_ node: Node?) {
    guard let node, !node.isNull else { return }
    switch node.value {
    case .map: changeRules(node)
    case .list(let nodes): for node in nodes { addRule(node) }
    case .scalar: diagnostics.report(node.place, "rules must be a list of rules, or a map of changes")
    }
  }

  private func addRule(_ node: Node) {
    guard case .map(let pairs) = node.value else {
      diagnostics.report(node.place, "a rule must be a map that begins with `id: …`")
      return
    }
    guard let id = pairs.first(where: { $0.key.text == "id" })?.value.text else {
      diagnostics.report(node.place, "a rule has no “id”; add one, such as `id: filler.synergy`")
      return
    }
    let replaces = pairs.first { $0.key.text == "replace" }?.value.text == "true"
    if replaces {
      if !rules.contains(where: { $0.id == id }) {
        diagnostics.report(node.place, "there is no rule “\(id)” to replace; leave `replace` out")
      }
      rules.removeAll { $0.id == id }
    } else {
      guard declare(id, "rule", at: node.place) else { return }
    }
    rules.append(WaitingRule(id: id, node: node, pack: pack))
  }

  private func changeRules(_ node: Node) {
    var fields = Fields(node, what: "rules", diagnostics)
    for entry in fields.rest() {
      guard let index = rules.firstIndex(where: { $0.id == entry.key }) else {
        let hint =
          Spelling.nearest(to: entry.key, in: rules.map(\.id)).map { "; did you mean “\($0)”?" } ?? ""
        diagnostics.report(entry.place, "there is no rule “\(entry.key)” to change\(hint)")
        continue
      }
      if entry.value.text == "off" || entry.value.text == "false" {
        rules.remove(at: index)
        continue
      }
      var inner = Fields(entry.value, what: "a change to the rule “\(entry.key)”", diagnostics)
      if let name = inner.text("level") { rules[index].level = level(name, at: entry.value.place) }
      inner.finish()
    }
  }

  func resolve(_ waiting: WaitingRule) -> Rule {
    var fields = Fields(waiting.node, what: "the rule “\(waiting.id)”", diagnostics)
    let place = waiting.node.place
    _ = fields.text("id")
    _ = fields.flag("replace")
    let pattern = fields.text("match")
    let at = fields.texts("at")
    let absent = fields.texts("absent")
    let anchor = fields.text("anchor").map { name in
      if let anchor = Rule.Anchor(rawValue: name) { return anchor }
      diagnostics.report(place, "anchor must be “opener”, “body” or “anywhere”, not “\(name)”")
      return .anywhere
    }
    let isForFiles = fields.flag("files_only") ?? false
    let span = fields.text("span") ?? "match"
    let written = level(fields.required("level"), at: place)
    var unless = conditions(&fields, "unless")
    if !absent.isEmpty {
      unless.append(condition(partIDs(absent), nil, .bullet, at: place))
    }
    let rule = Rule(
      id: waiting.id, kind: fields.required("kind"), level: max(written, waiting.level ?? written),
      pattern: pattern, anchor: anchor ?? .anywhere, span: span, at: partIDs(at),
      needs: conditions(&fields, "needs"),
      unless: unless, infoWhen: conditions(&fields, "info_when"), isForFiles: isForFiles,
      message: fields.required("message"),
      why: fields.required("why"), source: fields.required("source"), fixes: fixes(&fields),
      examples: examples(&fields), pack: waiting.pack.name, isTrusted: waiting.pack.isTrusted, place: place,
      reportedLevel: waiting.level)
    fields.finish()
    check(rule)
    return rule
  }

  private func check(_ rule: Rule) {
    if (rule.pattern == nil) == rule.at.isEmpty {
      diagnostics.report(rule.place, "the rule “\(rule.id)” needs either “match” or “at”, and not both")
    }
    guard let pattern = rule.pattern else { return }
    checkPattern(pattern, at: rule.place, isFragment: false)
    checkCalls(in: pattern, at: rule.place)
    let captures = PatternText.captures(in: pattern)
    var used: Set<String> = [rule.span]
    if rule.span != "match", !captures.contains(rule.span) {
      report(unknownCapture: rule.span, captures, at: rule.place, in: "the span of “\(rule.id)”")
    }
    for name in Message.holes(in: rule.message) {
      used.insert(name)
      if name != "match", !captures.contains(name) {
        report(unknownCapture: name, captures, at: rule.place, in: "the message of “\(rule.id)”")
      }
    }
    for fix in rule.fixes {
      used.insert(fix.replace)
      for name in [fix.replace] + fix.with.holes.map(\.name) where name != "match" {
        used.insert(name)
        if !captures.contains(name) {
          report(unknownCapture: name, captures, at: fix.place, in: "a fix of “\(rule.id)”")
        }
      }
      for name in fix.with.holes.compactMap(\.each) { checkCalls(in: "(?&\(name))", at: fix.place) }
    }
    for name in captures where !used.contains(name) {
      diagnostics.report(
        rule.place, "nothing uses the capture “\(name)” of “\(rule.id)”; use it, or make it (?:…)")
    }
  }

  private func report(unknownCapture name: String, _ captures: [String], at place: Place, in what: String) {
    let hint = Spelling.nearest(to: name, in: captures).map { "; did you mean “\($0)”?" } ?? ""
    diagnostics.report(place, "\(what) names the capture “\(name)”, which the pattern has not\(hint)")
  }

  private func level(_ name: String, at place: Place) -> Level {
    if let level = Level(name: name) { return level }
    if !name.isEmpty {
      diagnostics.report(place, "there is no level “\(name)”; there are info, question, warning and error")
    }
    return .info
  }

  private func fixes(_ fields: inout Fields) -> [Fix] {
    let excuses = conditions(&fields, "fix_unless")
    let nodes = fields.nodes("fix")
    if !excuses.isEmpty, nodes.isEmpty {
      diagnostics.report(excuses[0].place, "“fix_unless” excuses fixes, and there is no “fix”")
    }
    return nodes.map { node in
      var inner = Fields(node, what: "a fix", diagnostics)
      let tierName = inner.required("tier")
      if Tier(rawValue: tierName) == nil, !tierName.isEmpty {
        diagnostics.report(node.place, "tier must be “safe” or “full”, not “\(tierName)”")
      }
      let deletes = inner.text("delete")
      let replace = inner.text("replace")
      let with = inner.text("with")
      if (deletes == nil) == (with == nil) {
        diagnostics.report(node.place, "a fix has either “delete: CAPTURE” or “with: TEXT”")
      }
      let (text, problems) = TextTemplate.read(with ?? "")
      for problem in problems { diagnostics.report(node.place, "“with” has \(problem)") }
      checkDeeds(of: text, at: node.place)
      let fix = Fix(
        tier: Tier(rawValue: tierName) ?? .full, replace: deletes ?? replace ?? "match",
        text: Deferred([text]),
        needs: conditions(&inner, "needs"), unless: conditions(&inner, "unless") + excuses, place: node.place)
      inner.finish()
      return fix
    }
  }

  private func examples(_ fields: inout Fields) -> [Example] {
    fields.nodes("examples").compactMap { node in
      var inner = Fields(node, what: "an example", diagnostics)
      let flag = inner.text("flag")
      let pass = inner.text("pass")
      let safe = inner.text("safe")
      let full = inner.text("full")
      let present = inner.text("present")
      inner.finish()
      guard (flag == nil) != (pass == nil), let marked = flag ?? pass else {
        diagnostics.report(node.place, "an example has either “flag: TEXT” or “pass: TEXT”")
        return nil
      }
      let (text, spans) = MarkedText.read(marked)
      if flag != nil, spans.isEmpty {
        diagnostics.report(node.place, "mark what is found in this example: `flag: 'Trained [[models]]'`")
      }
      if present != nil, safe == nil {
        diagnostics.report(node.place, "“present” is the safe rewrite in the present; give “safe” too")
      }
      return Example(text: text, spans: spans, safe: safe, full: full, present: present, place: node.place)
    }
  }
}
