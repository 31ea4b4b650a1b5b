internal import HoneCore

/// Learns from definitions what macros mean: one whose body holds `\item #1` has a bullet in its first argument.
struct LaTeXLearning {
  private let layer: Layer
  private let tokens: LaTeXTokens
  private(set) var vocabulary: LaTeXVocabulary
  /// What was learned, by the names of the macros.
  private(set) var learned: [String: LaTeXMacro] = [:]

  init(_ layer: Layer, _ tokens: LaTeXTokens, _ definitions: [LaTeXDefinition], _ vocabulary: LaTeXVocabulary)
  {
    self.layer = layer
    self.tokens = tokens
    self.vocabulary = vocabulary
    // A macro may call one that is defined further down: the second round knows it.
    for _ in 0..<2 {
      for definition in definitions where !definition.isEnvironment && self.vocabulary.isOpen(definition.name)
      {
        let macro = macro(definition)
        learned[definition.name] = macro
        self.vocabulary.learn(definition.name, macro)
      }
    }
  }

  // MARK: - One macro

  private func macro(_ definition: LaTeXDefinition) -> LaTeXMacro {
    let braced = Set(definition.parameters.indices.filter { definition.parameters[$0] }.map { $0 + 1 })
    let shape = LaTeXBody(definition.body, braced, tokens, vocabulary)
    let count = definition.parameters.count
    if let heading = shape.heading, count > 0 {
      return .heading(
        level: heading.level, signature(definition) { $0 == heading.parameter ? .text : .nothing })
    }
    if count == 0, shape.endsInItem { return .item }
    if shape.hasItem || !shape.roles.isEmpty {
      return .block(signature(definition) { shape.roles[$0] ?? .nothing })
    }
    if shape.isBlock {
      let isRuled = shape.isRuled && count == 1
      if isRuled, definition.parameters[0] { return .heading(level: 1, LaTeXSignature([.text])) }
      return count == 0 ? .paragraph : .block(signature(definition) { _ in .perhaps })
    }
    return inline(definition)
  }

  /// The signature of the arguments in braces, given what each parameter holds.
  private func signature(
    _ definition: LaTeXDefinition, _ role: (Int) -> LaTeXSignature.Argument
  ) -> LaTeXSignature {
    let braced = definition.parameters.indices.filter { definition.parameters[$0] }
    return LaTeXSignature(braced.map { role($0 + 1) })
  }

  /// A macro in the middle of text: around its one argument, or in the place of some words.
  private func inline(_ definition: LaTeXDefinition) -> LaTeXMacro {
    let range = tokens.bytes(of: definition.body)
    let text = LaTeXInline.plain(layer, range, vocabulary).split { $0.isWhitespace }.joined(separator: " ")
    let isBraced = definition.parameters.contains(true)
    guard text.contains("#") else {
      if isBraced { return .inline(signature(definition) { _ in text.isEmpty ? .nothing : .opaque }) }
      return text.isEmpty ? .silent : .symbol(text)
    }
    let shown = definition.parameters.indices.filter { text.contains("#\($0 + 1)") }
    if shown.count == 1, let only = shown.first, text == "#\(only + 1)", definition.parameters[only] {
      return .inline(signature(definition) { $0 == only + 1 ? .text : .nothing })
    }
    return .inline(signature(definition) { shown.contains($0 - 1) ? .opaque : .nothing })
  }
}
