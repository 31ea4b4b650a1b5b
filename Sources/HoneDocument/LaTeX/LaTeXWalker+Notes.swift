internal import HoneCore

extension LaTeXWalker {
  mutating func note(_ index: Int, _ text: String) {
    guard !notes.contains(where: { $0.text == text }) else { return }
    let end = tokens[index].range.lowerBound
    notes.append(Note(line: 1 + tokens.bytes[..<end].count { $0 == 0x0A }, text))
  }

  mutating func addInput(_ index: Int) {
    guard inputs.count < 8, let group = LaTeXArguments(of: index, in: tokens, limit: 1).groups.first else {
      return
    }
    inputs.append(tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match)))
  }

  mutating func noteInputs() {
    guard !inputs.isEmpty else { return }
    notes.append(Note("takes in \(inputs.joined(separator: ", ")): name these files too to have them read"))
  }
}
