internal import HoneCore

/// What the body of a macro is made of.
struct LaTeXBody {
  private(set) var hasItem = false
  /// Whether its last item is still open at its end.
  private(set) var endsInItem = false
  /// What its parameters hold, by their numbers, where it has bullets.
  private(set) var roles: [Int: LaTeXSignature.Argument] = [:]
  private(set) var heading: (level: Int, parameter: Int)?
  /// Whether it ends paragraphs, or lays out cells.
  private(set) var isBlock = false
  /// Whether it draws a line across the page.
  private(set) var isRuled = false

  /// The numbers of the parameters that are given in braces.
  private let braced: Set<Int>
  private let tokens: LaTeXTokens
  private let vocabulary: LaTeXVocabulary
  /// The parameters since the last item: whether each stands in bold.
  private var parameters: [(number: Int, isBold: Bool)] = []
  private var isInItem = false
  private var isEntry = false
  private var hasParameter = false

  init(_ body: Range<Int>, _ braced: Set<Int>, _ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary) {
    self.braced = braced
    self.tokens = tokens
    self.vocabulary = vocabulary
    var boldUntil = -1
    var index = body.lowerBound
    while index < body.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .text:
        if isInItem { note(parametersIn: token.range, isBold: index < boldUntil) } else { sign(token.range) }
      case .ampersand: isEntry = true
      case .paragraph: isBlock = true
      case .symbol where tokens.text(token.range) == "\\\\": isBlock = true
      case .word: index = word(index, body.upperBound, &boldUntil)
      default: break
      }
      index += 1
    }
    endsInItem = isInItem && !isEntry && hasItem
    closeItem()
  }

  /// A bullet that is spelled out before the first parameter is as good as an item.
  private mutating func sign(_ range: Range<Int>) {
    let text = tokens.text(range)
    if text.contains("#") { hasParameter = true }
    if !hasParameter, text.contains(where: { vocabulary.bullets.contains(String($0)) }) { isInItem = true }
  }

  private mutating func note(parametersIn range: Range<Int>, isBold: Bool) {
    var at = range.lowerBound
    while at + 1 < range.upperBound {
      if tokens.bytes[at] == 0x23, (0x31...0x39).contains(tokens.bytes[at + 1]) {
        let number = Int(tokens.bytes[at + 1] - 0x30)
        if braced.contains(number) { parameters.append((number, isBold)) }
        at += 1
      }
      at += 1
    }
  }

  /// An item without cells holds a bullet: its one parameter, or the one that is not in bold.
  private mutating func closeItem() {
    defer {
      parameters = []
      isInItem = false
      isEntry = false
    }
    guard isInItem, !isEntry else { return }
    let plain = Set(parameters.filter { !$0.isBold }.map(\.number))
    if plain.count == 1, let only = plain.first { roles[only] = .bullet }
  }

  private static let bold: Set<String> = [
    "textbf", "textit", "textsc", "emph", "underline", "bf", "bfseries",
  ]
  private static let rules: Set<String> = [
    "hrule", "titlerule", "hrulefill", "rule", "cline", "hline", "sectionrule",
  ]
  private static let cells: Set<String> = [
    "tabular", "tabular*", "tabularx", "tabulary", "tabu", "longtable", "array", "tikzpicture",
  ]

  /// Takes a control word in; the last token of it that needs no further look.
  private mutating func word(_ index: Int, _ end: Int, _ boldUntil: inout Int) -> Int {
    let name = tokens.name(index)
    if LaTeXBody.rules.contains(name) { isRuled = true; isBlock = true }
    if LaTeXBody.bold.contains(name) {
      let group = tokens.skippingSpace(index + 1)
      if group < end, tokens[group].kind == .open { boldUntil = max(boldUntil, tokens[group].match) }
    }
    if vocabulary.bulletMacros.contains(name), !hasParameter, !isInItem { isInItem = true }
    switch vocabulary[name] {
    case .item:
      closeItem()
      hasItem = true
      isInItem = true
      // Its own label is no bullet.
      let label = tokens.skippingSpace(index + 1)
      if label < end, tokens[label].kind == .bracketOpen, tokens[label].match > label {
        return tokens[label].match
      }
    case .heading(let level, _):
      let arguments = LaTeXArguments(of: index, in: tokens, limit: 1)
      if let group = arguments.groups.first { heading = numbers(in: group).min().map { (level, $0) } }
    case .block(let signature): call(index, signature)
    case .fill: isEntry = isInItem || isEntry; isBlock = true
    case .paragraph: isBlock = true
    default: environment(index, name)
    }
    return index
  }

  private mutating func environment(_ index: Int, _ name: String) {
    guard name == "begin" || name == "end" else { return }
    isBlock = true
    guard let group = LaTeXArguments(of: index, in: tokens, limit: 1).groups.first else { return }
    let environment = tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match))
    if LaTeXBody.cells.contains(environment) { isEntry = true } else { closeItem() }
  }

  /// A macro that holds bullets itself passes what it knows on.
  private mutating func call(_ index: Int, _ signature: LaTeXSignature) {
    isBlock = true
    let groups = LaTeXArguments(of: index, in: tokens, limit: signature.limit).groups
    for (role, group) in zip(signature.roles(groups.count), groups) where role != .nothing {
      let numbers = numbers(in: group)
      for number in numbers where roles[number] == nil {
        roles[number] = numbers.count == 1 ? role : .perhaps
      }
    }
  }

  /// The parameters that a group holds.
  private func numbers(in group: Int) -> Set<Int> {
    var body = self
    body.parameters = []
    // The bodies of macros are short: what is longer is not looked through at every level.
    let end = min(max(tokens[group].match, group + 1), group + 200)
    for index in (group + 1)..<end where tokens[index].kind == .text {
      body.note(parametersIn: tokens[index].range, isBold: false)
    }
    return Set(body.parameters.map(\.number))
  }
}
