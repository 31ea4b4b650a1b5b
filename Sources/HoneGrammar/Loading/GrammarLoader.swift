/// Turns the files of a pack, and of the packs it extends, into a checked grammar.
///
/// The loader reads everything and reports all that is wrong at once, by place. It runs no pattern: that the
/// patterns compile and the examples come out is `HoneCheck`'s to say.
public struct GrammarLoader {
  private let library: (String) -> PackSource?

  /// A loader that finds packs by name in a library.
  public init(library: @escaping (String) -> PackSource?) {
    self.library = library
  }

  /// The grammar of a pack.
  ///
  /// - Throws: all problems of all its files.
  public func load(_ pack: PackSource) throws(GrammarErrors) -> Grammar {
    let diagnostics = Diagnostics()
    let chain = chain(of: pack, diagnostics)
    let builder = GrammarBuilder(diagnostics)
    for pack in chain { builder.add(pack) }
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
