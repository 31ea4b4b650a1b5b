internal import Foundation

/// Writes the packs of a folder as Swift source, each in compact form: with and without its examples.
public struct EmbeddedPacksWriter {
  private let folder: String

  /// A writer for the folder that holds the packs.
  public init(folder: String) {
    self.folder = folder
  }

  /// The source of `EmbeddedPacks`.
  public func source() throws(GrammarErrors) -> String {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/pack.yaml") }
    var packs: [String] = []
    for name in names {
      let root = "\(folder)/\(name)"
      let pack = try PackFolder.read(root, isTrusted: true)
      let live = compact(pack, root, keepsExamples: false)
      let whole = compact(pack, root, keepsExamples: true)
      packs.append("    EmbeddedPack(name: \"\(name)\", live: \(literal(live)), whole: \(literal(whole)))")
    }
    return """
      // Generated from Grammars/ by `make generate`; edit the YAML there.
      // swift-format-ignore-file

      enum EmbeddedPacks {
        static let all: [EmbeddedPack] = [
      \(packs.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func compact(_ pack: PackSource, _ root: String, keepsExamples: Bool) -> String {
    let files = pack.files.map { file -> (key: Node, value: Node) in
      let node = keepsExamples ? file : withoutExamples(file)
      let name = String(file.place.file.dropFirst(root.count + 1))
      return (scalar(name), scalar(CompactForm.write(node)))
    }
    return CompactForm.write(Node(.map(files), Place(file: root)))
  }

  private func scalar(_ text: String) -> Node { Node(.scalar(text, plain: false), Place(file: "")) }

  private func withoutExamples(_ node: Node) -> Node {
    switch node.value {
    case .scalar: return node
    case .list(let nodes): return Node(.list(nodes.map(withoutExamples)), node.place)
    case .map(let pairs):
      let kept = pairs.filter { $0.key.text != "examples" && $0.key.text != "example" }
      return Node(.map(kept.map { ($0.key, withoutExamples($0.value)) }), node.place)
    }
  }

  private func literal(_ text: String) -> String {
    "###\"\"\"\n\(text)\n\"\"\"###"
  }
}
