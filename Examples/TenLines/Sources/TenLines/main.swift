import Hone

let hone = try Hone.builtIn()
let document = try Document.read(resume, as: .markdown)
for suggestion in try hone.suggestions(for: document) {
  print("line \(suggestion.line): \(suggestion.text)")
  for finding in suggestion.findings { print("  \(finding.level.name): \(finding.message)") }
  for rewrite in suggestion.offered { print("  \(rewrite.tier.rawValue): \(rewrite.text)") }
}
print(String(decoding: try hone.rewrite(document).bytes, as: UTF8.self))
