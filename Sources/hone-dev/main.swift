import Foundation
import HoneGrammar

/// Tools for those who work on hone itself: `hone-dev generate` writes the grammars into the sources,
/// `hone-dev inflect` writes the forms of verbs, `hone-dev read` shows the bullets of a file, and
/// `hone-dev probe` changes each of them.
let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments {
  case ["generate"]: try Generation.write()
  case ["generate", "--check"]: try Generation.check()
  case ["inflect"]: try InflectionTable.write()
  case _ where arguments.first == "probe" && arguments.count == 2: try BulletList.probe(arguments[1])
  case _ where arguments.first == "read" && arguments.count > 1:
    for path in arguments.dropFirst() { try BulletList.write(path) }
  default:
    throw Failure("usage: hone-dev generate [--check] | inflect < VERBS | read FILE… | probe FILE", status: 2)
  }
} catch let failure as Failure {
  failure.report()
} catch {
  Failure("\(error)", status: 2).report()
}
