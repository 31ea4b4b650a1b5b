import Hone
package import HoneGrammar

/// Grammars to test with.
package enum Grammars {
  /// The built-in grammar, loaded once for all tests.
  package static let builtIn: Grammar = {
    do {
      return try BuiltIn.grammar()
    } catch {
      fatalError("the built-in grammar does not load:\n\(error)")
    }
  }()

  /// The built-in grammar with the examples that prove its rules.
  package static let withExamples: Grammar = {
    do {
      let loader = GrammarLoader(library: BuiltIn.sourceWithExamples)
      return try loader.load(BuiltIn.sourceWithExamples(BuiltIn.defaultPack)!)
    } catch {
      fatalError("the built-in grammar does not load with its examples:\n\(error)")
    }
  }()

  /// The grammar of YAML files, which may extend the built-in packs.
  package static func load(
    _ files: [(name: String, yaml: String)], library: @escaping (String) -> PackSource? = BuiltIn.source
  ) throws -> Grammar {
    let nodes = try files.map { try YAMLReader.read($0.yaml, file: $0.name) }
    let pack = PackSource(name: "test", files: nodes, isTrusted: false)
    return try GrammarLoader(library: library).load(pack)
  }

  /// The grammar of one YAML file.
  package static func load(_ yaml: String) throws -> Grammar { try load([("test.yaml", yaml)]) }
}
