/// Writes the files of `Grammars/formats` as Swift source, in compact form.
public struct EmbeddedFormatsWriter {
  private let formats: PackSource

  /// A writer for the files of that folder.
  public init(_ formats: PackSource) {
    self.formats = formats
  }

  /// The source text.
  public func source() -> String {
    var lines = [
      "// Generated from Grammars/formats by `make generate`; edit the YAML there.",
      "// swift-format-ignore-file", "",
      "enum EmbeddedFormats {",
      "  static let all: [String: String] = [",
    ]
    for file in formats.files {
      let name =
        file.place.file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
      lines.append("    \"\(name)\": ###\"\"\"\n\(CompactForm.write(file))\n\"\"\"###,")
    }
    return (lines + ["  ]", "}", ""]).joined(separator: "\n")
  }
}
