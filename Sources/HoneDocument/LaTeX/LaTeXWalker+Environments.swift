internal import HoneCore

extension LaTeXWalker {
  mutating func begin(_ index: Int) -> Int {
    guard let group = LaTeXArguments(of: index, in: tokens, limit: 1).groups.first else {
      flush()
      return index + 1
    }
    let name = tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match))
    flush(beforeList: !LaTeXStructure.cells.contains(name))
    if vocabulary.deadEnvironments.contains(name), let end = structure.end(of: name, from: group) {
      return end
    }
    if vocabulary.proseEnvironments.contains(name) { proseEnvironments += 1 }
    let all = LaTeXArguments(of: tokens[group].match, in: tokens, limit: .max, isTight: true)
    if let first = all.groups.first, isHeading(name, first, all) { return enterHeading(first, level: 1) }
    let isBroken = all.groups.contains { structure.isBroken($0, tokens[$0].match) }
    return isBroken ? tokens[group].match + 1 : all.end
  }

  func isHeading(_ environment: String, _ group: Int, _ arguments: LaTeXArguments) -> Bool {
    if vocabulary.headingEnvironments.contains(environment) { return true }
    return arguments.groups.count == 1 && !LaTeXStructure.cells.contains(environment)
      && isHeading(plain(group))
  }

  mutating func endOfEnvironment(_ index: Int) -> Int {
    flush()
    let arguments = LaTeXArguments(of: index, in: tokens, limit: 1)
    if let group = arguments.groups.first {
      let name = tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match))
      if vocabulary.proseEnvironments.contains(name) { proseEnvironments = max(0, proseEnvironments - 1) }
    }
    return arguments.end
  }
}
