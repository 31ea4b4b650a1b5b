internal import HoneCore

/// A macro or an environment that a file defines.
struct LaTeXDefinition {
  let name: String
  let isEnvironment: Bool
  /// Its parameters in order, and whether each is given in braces; the others are options.
  let parameters: [Bool]
  /// The tokens of its body: for an environment, those of its beginning.
  let body: Range<Int>
}

/// Finds the definitions of a file, and what of it is definition and no text.
struct LaTeXDefinitions {
  private(set) var found: [LaTeXDefinition] = []
  /// Where each definition ends, by the token that it begins with.
  private(set) var ends: [Int: Int] = [:]
  private let tokens: LaTeXTokens

  init(_ tokens: LaTeXTokens) {
    self.tokens = tokens
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .word, let end = definition(index) {
        ends[index] = end
        index = end
      } else {
        index += 1
      }
    }
  }

  private static let classic: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd", "renewrobustcmd",
    "newcommandx", "renewcommandx",
  ]
  private static let documented: Set<String> = [
    "NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand",
    "NewExpandableDocumentCommand", "DeclareExpandableDocumentCommand",
  ]
  private static let classicEnvironments: Set<String> = ["newenvironment", "renewenvironment"]
  private static let documentedEnvironments: Set<String> = [
    "NewDocumentEnvironment", "RenewDocumentEnvironment", "ProvideDocumentEnvironment",
    "DeclareDocumentEnvironment",
  ]
  private static let primitive: Set<String> = ["def", "gdef", "edef", "xdef"]

  /// The first token behind the definition that begins here, or `nil` where none does.
  private mutating func definition(_ index: Int) -> Int? {
    let name = tokens.name(index)
    if LaTeXDefinitions.classic.contains(name) { return classic(index) }
    if LaTeXDefinitions.primitive.contains(name) { return primitive(index) }
    if LaTeXDefinitions.documented.contains(name) { return documented(index) }
    if LaTeXDefinitions.classicEnvironments.contains(name) { return environment(index, isClassic: true) }
    if LaTeXDefinitions.documentedEnvironments.contains(name) { return environment(index, isClassic: false) }
    return nil
  }

  // MARK: - Parts

  /// The name that is defined, in braces or bare, and the token behind it.
  private func defined(_ start: Int) -> (name: String, end: Int)? {
    var at = tokens.skippingSpace(start)
    guard at < tokens.count else { return nil }
    if tokens[at].kind == .open {
      let close = tokens[at].match
      at = tokens.skippingSpace(at + 1)
      guard close > at, tokens[at].kind == .word || tokens[at].kind == .symbol else { return nil }
      return (tokens[at].kind == .word ? tokens.name(at) : "", close + 1)
    }
    guard tokens[at].kind == .word || tokens[at].kind == .symbol else { return nil }
    return (tokens[at].kind == .word ? tokens.name(at) : "", at + 1)
  }

  /// A group that comes next: the token that opens it.
  private func group(_ start: Int) -> Int? {
    let at = tokens.skippingSpace(start)
    guard at < tokens.count, tokens[at].kind == .open, tokens[at].match > at else { return nil }
    return at
  }

  /// `[2]` and `[default]`: how many parameters, whether the first is an option, and the token behind.
  private func options(_ start: Int) -> (parameters: [Bool], end: Int) {
    var parameters: [Bool] = []
    var end = start
    var isFirst = true
    while true {
      let at = tokens.skippingSpace(end)
      guard at < tokens.count, tokens[at].kind == .bracketOpen, tokens[at].match > at else { break }
      let inside = tokens.text(tokens.bytes(of: (at + 1)..<tokens[at].match))
      if isFirst, let count = Int(inside.filter { !$0.isWhitespace }), (0...9).contains(count) {
        parameters = [Bool](repeating: true, count: count)
      } else if !parameters.isEmpty {
        parameters[0] = false
      }
      isFirst = false
      end = tokens[at].match + 1
    }
    return (parameters, end)
  }

  private mutating func add(
    _ name: String, isEnvironment: Bool = false, _ parameters: [Bool], _ group: Int
  ) -> Int {
    let close = tokens[group].match
    if !name.isEmpty {
      found.append(
        LaTeXDefinition(
          name: name, isEnvironment: isEnvironment, parameters: parameters, body: (group + 1)..<close))
    }
    return close + 1
  }

  // MARK: - Kinds of definition

  private mutating func classic(_ index: Int) -> Int? {
    guard let (name, end) = defined(index + 1) else { return nil }
    let (parameters, behind) = options(end)
    guard let body = group(behind) else { return behind }
    return add(name, parameters, body)
  }

  /// `\def\name#1#2{…}`.
  private mutating func primitive(_ index: Int) -> Int? {
    guard let (name, end) = defined(index + 1), index + 1 < tokens.count, tokens[index + 1].kind != .open
    else {
      return nil
    }
    var at = end
    var count = 0
    while at < tokens.count, at < end + 24, tokens[at].kind != .open {
      if tokens[at].kind == .paragraph { return nil }
      count += tokens.bytes[tokens[at].range].count { $0 == 0x23 }
      at += 1
    }
    guard let body = group(at) else { return nil }
    return add(name, [Bool](repeating: true, count: min(count, 9)), body)
  }

  private mutating func documented(_ index: Int) -> Int? {
    guard let (name, end) = defined(index + 1), let arguments = group(end),
      let body = group(tokens[arguments].match + 1)
    else { return nil }
    return add(name, parameters(of: arguments), body)
  }

  /// The parameters of `{s O{} m +m}`.
  private func parameters(of group: Int) -> [Bool] {
    var result: [Bool] = []
    var index = group + 1
    while index < tokens[group].match {
      if tokens[index].kind == .open {
        index = max(tokens[index].match, index) + 1
        continue
      }
      if tokens[index].kind == .text {
        for byte in tokens.bytes[tokens[index].range] where Bytes.isLetter(byte) {
          result.append(byte == UInt8(ascii: "m") || byte == UInt8(ascii: "v"))
        }
      }
      index += 1
    }
    return Array(result.prefix(9))
  }

  private mutating func environment(_ index: Int, isClassic: Bool) -> Int? {
    guard let nameGroup = group(index + 1) else { return nil }
    let name = tokens.text(tokens.bytes(of: (nameGroup + 1)..<tokens[nameGroup].match))
    var parameters: [Bool] = []
    var behind = tokens[nameGroup].match + 1
    if isClassic {
      (parameters, behind) = options(behind)
    } else if let arguments = group(behind) {
      parameters = self.parameters(of: arguments)
      behind = tokens[arguments].match + 1
    }
    guard let begin = group(behind) else { return behind }
    let end = add(name, isEnvironment: true, parameters, begin)
    return group(end).map { tokens[$0].match + 1 } ?? end
  }
}
