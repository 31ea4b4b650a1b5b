/// Turns the files of a pack, and of the packs it extends, into a checked grammar.
///
/// The loader reads everything and reports all that is wrong at once, by place. It runs no pattern: that the
/// patterns compile and the examples come out is `HoneCheck`'s to say.
public struct GrammarLoader {
  private let library: (String) -> PackSource?
  private let dividesPatterns: Bool

  /// A loader that finds packs by name in a library.
  ///
  /// - Parameters:
  ///   - library: the pack of a name, or `nil`.
  ///   - dividesPatterns: whether to cut patterns into their ways to match. A grammar finds the same either way; one that is
  ///     written into a program is quicker for it ever after, one that is read for a run takes longer to read than it saves.
  public init(library: @escaping (String) -> PackSource?, dividesPatterns: Bool = false) {
    self.library = library
    self.dividesPatterns = dividesPatterns
  }

  /// The grammar of a pack.
  ///
  /// - Throws: all problems of all its files.
  public func load(_ pack: PackSource) throws(GrammarErrors) -> Grammar { try load([pack]) }

  /// The grammar of several packs, each read on top of those before it and of what it extends; what two of them extend is
  /// read once.
  ///
  /// - Throws: all problems of all their files.
  public func load(_ packs: [PackSource]) throws(GrammarErrors) -> Grammar {
    let diagnostics = Diagnostics()
    let builder = GrammarBuilder(diagnostics, dividesPatterns: dividesPatterns)
    var read: Set<String> = []
    for pack in packs {
      if !pack.isTrusted, read.contains(pack.name) {
        diagnostics.report(
          Place(file: pack.name), "two packs are called “\(pack.name)”; give one of the files another name")
      }
      for pack in chain(of: pack, diagnostics) where read.insert(pack.name).inserted { builder.add(pack) }
    }
    let grammar = builder.finish()
    if !diagnostics.problems.isEmpty { throw GrammarErrors(diagnostics.problems) }
    return grammar
  }

  /// The pack and what it extends, from the ground up.
  private func chain(of pack: PackSource, _ diagnostics: Diagnostics) -> [PackSource] {
    var chain = [pack]
    var seen = [pack.name]
    while let node = chain[0].header("extends"), let name = node.text {
      if seen.contains(name) {
        diagnostics.report(node.place, "“\(name)” extends itself by way of \(seen.joined(separator: ", "))")
        break
      }
      guard let base = library(name) else {
        diagnostics.report(node.place, "there is no pack “\(name)”; give the name of a built-in pack")
        break
      }
      chain.insert(base, at: 0)
      seen.append(name)
    }
    return chain
  }
}
