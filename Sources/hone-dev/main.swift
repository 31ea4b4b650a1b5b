import Foundation
import HoneGrammar

/// Tools for those who work on hone itself: `hone-dev generate` writes the grammars into the sources, and
/// `hone-dev inflect` writes the forms of verbs.
let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments {
  case ["generate"]: try Generation.write()
  case ["generate", "--check"]: try Generation.check()
  case ["inflect"]: try InflectionTable.write()
  default: throw Failure("usage: hone-dev generate [--check] | inflect < VERBS", status: 2)
  }
} catch let failure as Failure {
  failure.report()
} catch {
  Failure("\(error)", status: 2).report()
}
