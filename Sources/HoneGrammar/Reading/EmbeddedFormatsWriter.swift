/// Writes the files of `Grammars/formats` as Swift source, in compact form.
public struct EmbeddedFormatsWriter {
  private let folder: String

  /// A writer for a folder of YAML files.
  public init(folder: String) {
    self.folder = folder
  }

  /// The source text.
  ///
  /// - Throws: where a file is no YAML.
  public func source() throws(GrammarErrors) -> String {
    var lines = [
      "// Generated from Grammars/formats by `make generate`; edit the YAML there.",
      "// swift-format-ignore-file", "",
      "enum EmbeddedFormats {",
      "  static let all: [String: String] = [",
    ]
    for file in try PackFolder.read(folder, isTrusted: true).files {
      let name =
        file.place.file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
      lines.append("    \"\(name)\": ###\"\"\"\n\(CompactForm.write(file))\n\"\"\"###,")
    }
    return (lines + ["  ]", "}", ""]).joined(separator: "\n")
  }
}
